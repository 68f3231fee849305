package dev.fieldservice.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The log of the servers that run in this JVM. */
final class ServerLog {

    private ServerLog() {}

    static void redirectTo(Path file) {
        try {
            Files.createDirectories(file.getParent());
            var handler = new FileHandler(file.toString(), false);
            handler.setFormatter(new SimpleFormatter());
            LogManager.getLogManager().reset();
            Logger.getLogger("").addHandler(handler);
        } catch (IOException e) {
            // the data folder is not writable, which is said, with advice, as soon as it is opened
        }
    }
}
