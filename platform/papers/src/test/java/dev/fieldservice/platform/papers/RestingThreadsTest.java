package dev.fieldservice.platform.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestingThreadsTest {

    private final AtomicLong now = new AtomicLong();
    private final List<Duration> rests = new CopyOnWriteArrayList<>();

    @Test
    void theyRestAsLongAsWorkTookThatTookLong() throws Exception {
        try (var threads = threads()) {
            threads.submit(() -> takes(Duration.ofMillis(400))).get();
            threads.submit(() -> takes(Duration.ofMillis(30))).get();
            threads.submit(() -> takes(Duration.ofSeconds(20))).get();
        }
        assertThat(rests).containsExactly(Duration.ofMillis(400), Duration.ofSeconds(2));
    }

    @Test
    void theyRestAfterWorkThatFailedTooAndTakeTheNext() throws Exception {
        try (var threads = threads()) {
            var failing = threads.submit(() -> {
                takes(Duration.ofMillis(200));
                throw new IllegalStateException("no paper");
            });
            assertThat(threads.submit(() -> "printed").get()).isEqualTo("printed");
            assertThat(failing.state()).isEqualTo(Future.State.FAILED);
        }
        assertThat(rests).containsExactly(Duration.ofMillis(200));
    }

    private RestingThreads threads() {
        return new RestingThreads(1, Executors.defaultThreadFactory(), now::get, rests::add);
    }

    private void takes(Duration time) {
        var _ = now.addAndGet(time.toNanos());
    }
}
