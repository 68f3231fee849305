package dev.fieldservice.gateway.routing;

import dev.fieldservice.gateway.limits.LimitsConfig;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** The memory for the buffers of all request bodies that are still coming in. */
@Singleton
class HeldBodies {

    private final int most;
    private final long room;
    private final AtomicLong taken = new AtomicLong();

    HeldBodies(LimitsConfig limits) {
        this.most = Math.toIntExact(limits.heldBody().asLongValue());
        this.room = limits.heldBodies().asLongValue();
    }

    /** From how many bytes on a body is streamed. */
    int most() {
        return most;
    }

    /** False if that much is not left; nothing is taken then. */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) <= room) {
            return true;
        }
        release(bytes);
        return false;
    }

    void release(int bytes) {
        taken.addAndGet(-bytes);
    }
}
