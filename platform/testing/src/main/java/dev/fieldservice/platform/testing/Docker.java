package dev.fieldservice.platform.testing;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * The detection of Docker and of the images that tests need. Asked in a way that answers within seconds: Testcontainers' own
 * probe may pull for minutes.
 */
final class Docker {

    static final String POSTGRES = "postgres:17";
    static final String KAFKA = "apache/kafka:4.1.1";
    private static final int PATIENCE_SECONDS = 3;

    private Docker() {}

    static boolean hasImages() {
        try {
            Process inspect = new ProcessBuilder("docker", "image", "inspect", POSTGRES, KAFKA)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (inspect.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return inspect.exitValue() == 0;
            }
            inspect.destroyForcibly();
            return false;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
