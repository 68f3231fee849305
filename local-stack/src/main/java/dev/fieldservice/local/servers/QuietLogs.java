package dev.fieldservice.local.servers;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A log filter: the embedded servers log thousands of lines while they start, and only what needs a reader gets through. */
final class QuietLogs {

    // Loggers are held weakly by the log manager: unreferenced ones are collected and forget their level.
    private static final Map<Logger, Level> LEVELS = Map.of(
            Logger.getLogger("org.apache.kafka"), Level.WARNING,
            Logger.getLogger("kafka"), Level.WARNING,
            Logger.getLogger("state.change.logger"), Level.WARNING,
            Logger.getLogger("com.icegreen.greenmail"), Level.WARNING,
            // these two warn at every ordinary start and stop
            Logger.getLogger("org.apache.kafka.controller.QuorumController"), Level.SEVERE,
            Logger.getLogger("org.apache.kafka.clients.NetworkClient"), Level.SEVERE,
            // what goes wrong here is thrown as well, and a server that does not stop is ended by Postmaster
            Logger.getLogger("io.zonky.test"), Level.OFF);

    private QuietLogs() {}

    static void apply() {
        LEVELS.forEach(Logger::setLevel);
    }
}
