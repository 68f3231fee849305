package dev.fieldservice.local.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a process over HTTP until it says that it is ready. */
public final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Readiness() {}

    /** @throws ServerFailure when the process ends, or is not ready within the limit */
    public static void await(ChildProcess process, URI health, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        var request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        while (!isReady(request)) {
            process.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new ServerFailure(
                        process.name(),
                        "is not ready after " + limit.toSeconds() + " s (" + health + ")",
                        process.log());
            }
            pause();
        }
    }

    private static boolean isReady(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for a process to be ready");
    }
}
