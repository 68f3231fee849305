package dev.fieldservice.probe.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;

/** Another caller, who works as on any day and has to notice nothing. */
final class Neighbour {

    private static final int REQUESTS = 300;

    /** On a machine that does other things as well, less than this is nothing. */
    private static final Duration NOTHING = Duration.ofMillis(250);

    /** With it a title is as long as it may be: who lists notes is answered at length. */
    private static final String CHILLER = "漢".repeat(64);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String token;

    Neighbour(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** The 99th percentile of what writing a note takes; every one has to be taken. */
    Duration p99() {
        long[] nanos = LongStream.range(0, REQUESTS).map(i -> write()).sorted().toArray();
        return Duration.ofNanos(nanos[REQUESTS * 99 / 100]);
    }

    static void assertUnharmed(Duration quiet, Duration attacked) {
        assertThat(attacked)
                .as("quiet: " + quiet)
                .isLessThan(quiet.multipliedBy(2).compareTo(NOTHING) > 0 ? quiet.multipliedBy(2) : NOTHING);
    }

    long write() {
        long start = System.nanoTime();
        assertThat(note().statusCode()).isEqualTo(201);
        return System.nanoTime() - start;
    }

    java.net.http.HttpResponse<String> note() {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/v1/notes"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"title\":\"" + CHILLER + UUID.randomUUID() + "\"}"))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).join();
    }
}
