package dev.fieldservice.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureThreadsTest {

    private static final int AT_ONCE = 2;

    private final PictureThreads threads = new PictureThreads(() -> AT_ONCE);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.stop();
    }

    @Test
    void howeverManyWaitNoMoreAreDecodedAtOnceThanIsSet() throws Exception {
        Callable<Integer> sender = () -> threads.call(this::decode);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sent = senders.invokeAll(Collections.nCopies(20, sender));
            for (Future<Integer> one : sent) {
                assertThat(one.get()).isPositive();
            }
        }
        assertThat(most.get()).isEqualTo(AT_ONCE);
    }

    @Test
    void whatFailsThereFailsHere() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> threads.call(() -> {
                    throw new EOFException("cut");
                }));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> threads.call(() -> {
                    throw new IllegalArgumentException("damaged");
                }));
    }

    private int decode() throws InterruptedException {
        int now = running.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        Thread.sleep(20);
        var _ = running.decrementAndGet();
        return now;
    }
}
