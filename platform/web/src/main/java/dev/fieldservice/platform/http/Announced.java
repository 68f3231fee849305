package dev.fieldservice.platform.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * What a request's headers say of its body.
 *
 * @param bytes -1 if the body ends when it ends (chunked)
 */
record Announced(long bytes) {

    static final Announced NOTHING = new Announced(0);
    private static final Announced CHUNKED = new Announced(-1);

    static Announced by(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length != null) {
            long bytes = read(length);
            return bytes == 0 ? NOTHING : new Announced(bytes);
        }
        return isChunked(request) ? CHUNKED : NOTHING;
    }

    boolean isKnown() {
        return bytes >= 0;
    }

    private static boolean isChunked(HttpServerRequest request) {
        boolean mayBe = request.version() == HttpVersion.HTTP_2
                ? !request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)
                : request.getHeader("Transfer-Encoding") != null;
        return mayBe && !request.isEnded();
    }

    private static long read(String length) {
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException tooManyDigits) {
            return Long.MAX_VALUE;
        }
    }
}
