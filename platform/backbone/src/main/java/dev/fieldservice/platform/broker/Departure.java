package dev.fieldservice.platform.broker;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Bounds how long the consumer may take to leave its group when the service ends. The connector (50) waits for that as long as for
 * any other answer of the broker, which is a day; where there is no broker, the end would never come.
 */
@Singleton
class Departure {

    private static final Duration LONGEST = Duration.ofMillis(1_500);

    private Thread watch;
    private boolean isOver;

    void begin(@Observes @Priority(40) @BeforeDestroyed(ApplicationScoped.class) Object end) {
        Thread leaving = Thread.currentThread();
        watch = Thread.ofPlatform().name("departure").daemon().start(() -> breakOff(leaving));
    }

    void over(@Observes @Priority(60) @BeforeDestroyed(ApplicationScoped.class) Object end) {
        synchronized (this) {
            isOver = true;
        }
        watch.interrupt();
        var _ = Thread.interrupted(); // what comes next may take its own time
    }

    private void breakOff(Thread leaving) {
        try {
            Thread.sleep(LONGEST);
        } catch (InterruptedException inTime) {
            return;
        }
        synchronized (this) {
            if (!isOver) {
                leaving.interrupt();
            }
        }
    }
}
