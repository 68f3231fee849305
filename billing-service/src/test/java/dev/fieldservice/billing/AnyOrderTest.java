package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Seeds;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each closed job is billed once, with each usage once, in whatever order and how often its events come. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AnyOrderTest {

    private static final int JOBS = 12;
    private static final int AT_ONCE = 6;

    private UUID part;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
        part = PriceList.part("10");
    }

    @Test
    void shuffledAndRepeatedEventsOfManyJobsAtOnceEndInOneCorrectInvoiceEach() throws Exception {
        long seed = Seeds.one(12);
        List<Callable<Boolean>> events = new ArrayList<>();
        Map<Job, List<String>> expected = new HashMap<>();
        for (int i = 0; i < JOBS; i++) {
            Job job = Job.ofMarch();
            Job.Used first = job.uses(part, "1", "EA");
            Job.Used second = job.uses(part, "2", "EA");
            Job.Used takenBack = job.unreported(part, "3", "EA");
            expected.put(job, List.of(first.id().toString(), second.id().toString()));
            events.add(told(() -> job.tell(first)));
            events.add(told(() -> job.tell(first)));
            events.add(told(() -> job.tell(second)));
            events.add(told(() -> job.tell(takenBack)));
            events.add(told(() -> job.tellReversed(takenBack)));
            events.add(told(job::close));
            events.add(told(job::close));
        }
        Collections.shuffle(events, new Random(seed));

        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            assertThat(threads.invokeAll(events)).allMatch(Future::resultNow);
        }

        expected.forEach((job, usages) -> {
            eventually(() -> assertThat(job.invoices()).as("seed %d", seed).hasSize(1));
            assertThat(get(Person.ANA, job.invoice()).<List<String>>path("lines.sourceId"))
                    .containsExactlyElementsOf(usages);
            eventually(() -> assertThat(job.billingCase().<List<String>>path("usages.state"))
                    .containsExactlyInAnyOrder("RECORDED", "RECORDED", "REVERSED"));
            assertThat(job.billingCase().<Boolean>path("unexpected")).isFalse();
        });
    }

    private static Callable<Boolean> told(Runnable event) {
        return () -> {
            event.run();
            return true;
        };
    }
}
