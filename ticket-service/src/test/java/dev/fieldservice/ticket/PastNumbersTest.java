package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Waiting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much waited at a moment of the past. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PastNumbersTest {

    /** By what had been recorded then; whatever else the tests do, it is in both numbers. */
    @Test
    void howManyWereNewIsToldOfThePast() {
        Supermarket supermarket = Supermarket.register();
        Instant before = now();
        List<String> opened = IntStream.range(0, 3)
                .mapToObj(i -> post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                        .<String>path("id"))
                .toList();
        Instant then = now();
        post(Person.DANA, "/v1/tickets/" + opened.get(0) + "/qualify").then().statusCode(200);
        post(Person.DANA, "/v1/tickets/" + opened.get(1) + "/cancel", Map.of("reason", "Merge din nou"))
                .then()
                .statusCode(200);
        post(Person.DANA, "/v1/tickets", supermarket.leakyChiller()).then().statusCode(201);
        Instant after = now();

        long were = Waiting.countedAsOf(Person.DANA, "TICKETS_NEW", then);

        assertThat(were - Waiting.countedAsOf(Person.DANA, "TICKETS_NEW", before))
                .isEqualTo(3);
        assertThat(Waiting.countedAsOf(Person.DANA, "TICKETS_NEW", after) - were)
                .isEqualTo(-1);
        get(Person.DANA, "/v1/watches?asOf=2020-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("out-of-range"));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
