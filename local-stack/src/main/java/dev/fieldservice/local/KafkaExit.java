package dev.fieldservice.local;

import org.apache.kafka.common.utils.Exit;

/**
 * The exit procedure of the broker, which halts its JVM when it can no longer work (a full disk, say). Ours has children to
 * stop, and a halt runs no shutdown hooks.
 */
final class KafkaExit {

    private KafkaExit() {}

    static void takeOver() {
        Exit.setExitProcedure(KafkaExit::exit);
        Exit.setHaltProcedure(KafkaExit::exit);
    }

    /** From a thread of its own: the broker's shutdown waits for the thread that asks for the exit. */
    private static void exit(int status, String message) {
        System.err.println("Kafka cannot go on" + (message == null ? "" : ": " + message) + "; everything is stopped");
        Thread.ofPlatform().start(() -> System.exit(status == 0 ? 1 : status));
    }
}
