package dev.fieldservice.local.servers;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The embedded servers log thousands of lines while they start; only what needs a reader gets through. */
final class QuietLogs {

    // Loggers are held weakly by the log manager: unreferenced ones are collected and forget their level.
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("io.zonky.test"),
            Logger.getLogger("com.icegreen.greenmail"));

    /** These warn at every ordinary start and stop. */
    private static final List<Logger> CHATTER = List.of(
            Logger.getLogger("org.apache.kafka.controller.ActivationRecordsGenerator"),
            Logger.getLogger("org.apache.kafka.clients.NetworkClient"));

    private QuietLogs() {}

    static void apply() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
        CHATTER.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
