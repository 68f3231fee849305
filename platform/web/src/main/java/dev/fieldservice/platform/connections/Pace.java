package dev.fieldservice.platform.connections;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The least that a client has to send of an upload or to take of an answer: an old telephone's line is twice as fast. */
public final class Pace {

    private static final long BYTES_A_SECOND = 1024;

    private Pace() {}

    public static long bytesIn(Duration time) {
        return BYTES_A_SECOND * time.toMillis() / TimeUnit.SECONDS.toMillis(1);
    }
}
