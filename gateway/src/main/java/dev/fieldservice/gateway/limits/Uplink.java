package dev.fieldservice.gateway.limits;

import io.vertx.ext.web.RoutingContext;

/** The state of a body's upload: whether it is still held or streamed already, and whether the client or the service is waited for. */
public final class Uplink {

    private static final String KEY = "limits.uplink";

    private boolean isStreamed;
    private boolean isPaused;
    private boolean wasPaused;

    private Uplink() {}

    public static Uplink of(RoutingContext exchange) {
        Uplink known = exchange.get(KEY);
        if (known != null) {
            return known;
        }
        Uplink uplink = new Uplink();
        exchange.put(KEY, uplink);
        return uplink;
    }

    /** From now on it uses a connection to a service, as soon as there is one. */
    public void stream() {
        isStreamed = true;
    }

    /** Until {@link #resume} nothing is read, however fast the client is. */
    public void pause() {
        isPaused = true;
        wasPaused = true;
    }

    public void resume() {
        isPaused = false;
    }

    boolean isStreamed() {
        return isStreamed;
    }

    /** Whether it was paused at any time since this was asked last. */
    boolean wasPaused() {
        boolean was = wasPaused;
        wasPaused = isPaused;
        return was;
    }
}
