package dev.fieldservice.ticket.company;

import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.ticket.Frigotehnica;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The others are told of the company although nobody changes it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TellingTest {

    private static final int REPLICAS = 4;

    @Inject
    Telling telling;

    @Inject
    UnitOfWork unit;

    @Inject
    Clock clock;

    @AfterEach
    void itIsTodayAgain() {
        MovableClock.reset();
    }

    @Test
    void whenAYearHasBegunInTheCompanysZoneTheCalendarGoesOnForAnotherOneOnce() throws Throwable {
        Events.eventually(() -> assertThat(Frigotehnica.told()).isNotEmpty());
        Frigotehnica.change(Frigotehnica.details()).then().statusCode(200);
        MovableClock.set(Instant.parse("2040-12-31T21:30:00Z"));
        askFromAllReplicas();
        MovableClock.set(Instant.parse("2040-12-31T22:30:00Z"));
        askFromAllReplicas();

        Events.eventually(() -> assertThat(ends("2044-12-31")).hasSize(1));
        assertThat(ends("2043-12-31")).hasSize(1);
        assertThat(ends("2044-12-31").getFirst().path("calendarFrom").asText()).isEqualTo("2040-01-01");
    }

    /** Beside the one that the queue carries out by itself when this hour has come. */
    private void askFromAllReplicas() throws Throwable {
        var _ = VertxContextSupport.subscribeAndAwait(() -> Uni.join()
                .all(Stream.generate(this::ask).limit(REPLICAS).toList())
                .andFailFast());
    }

    private Uni<Next> ask() {
        By by = By.service("ticket-service", clock.instant(), "test", null);
        return unit.run(by, tx -> telling.carryOut(tx, null));
    }

    @Test
    void itIsOneJobOfTheQueueFromTheFirstStartOn() {
        get(Person.ADMIN, "/v1/operations/ticket-service/errands?state=WAITING")
                .then()
                .statusCode(200)
                .body("items.kind.findAll { it == 'TELL_COMPANY' }", hasSize(1));
    }

    private static List<JsonNode> ends(String day) {
        return Frigotehnica.told().stream()
                .filter(event -> event.path("calendarThrough").asText().equals(day))
                .toList();
    }
}
