package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes after a visit of which nobody has said anything is expected anew when that takes another time than planned. */
@QuarkusTest
@WithTestResource(RealServers.class)
class UnannouncedTest {

    private Morning morning;
    private Mailbox maria;
    private Morning.Visit before;

    @BeforeEach
    void aTechnicianHasADay() {
        morning = Morning.of(Mechanic.register("Tudor Ionescu"));
        maria = Mailbox.of("maria");
        before = morning.visit(maria, -60, 0);
    }

    @Test
    void aVisitBegunLateThatEndsSoonLetsTheNextBegin() {
        var late = morning.visit(maria, 0, 60);
        var next = nextAfter(late);

        late.job().progresses(late.id(), 2, "COMPLETED", morning.time(50));

        eventually(() -> morning.isExpectedAsPlanned(next));
    }

    @Test
    void aVisitBegunLateOfWhichSomebodyTurnsBackLetsTheNextBegin() {
        var late = morning.visit(maria, 0, 60);
        var next = nextAfter(late);

        late.job().progresses(late.id(), 2, "ACCEPTED", morning.time(50));

        eventually(() -> morning.isExpectedAsPlanned(next));
    }

    @Test
    void aVisitTakenAwayThatWasAsPlannedLetsTheNextBeginAsWasSaid() {
        var planned = morning.visit(maria, 0, 60);
        var next = morning.visit(maria, 60, 120);
        var _ = morning.isSaid(next, 30);
        var _ = morning.isSaid(before, -65);
        morning.isExpectedAsPlanned(next);

        planned.job()
                .command("unassign", Map.of("reason", "Needed elsewhere"))
                .then()
                .statusCode(200);

        eventually(() -> morning.isExpected(next, 30));
    }

    @Test
    void aVisitBegunLateHasTheNextWaitAndItsCustomerTold() {
        Mailbox ioana = Mailbox.of("ioana");
        var late = morning.visit(maria, 0, 60);
        var next = morning.visit(ioana, 75, 135);

        late.job().progresses(late.id(), 1, "ON_SITE", morning.time(45));

        eventually(() -> morning.isExpected(next, 105));
        next.messages()
                .body(
                        "items.change",
                        contains("LATER"),
                        "items.causedBy",
                        contains(late.id().toString()));
        eventually(() -> assertThat(ioana.mails()).hasSize(1));
    }

    @Test
    void whatFollowsInTheSameJobWaitsForItWhoeverGoesThere() {
        Mechanic teodora = Mechanic.register("Teodora Pop");
        var first = morning.visit(maria, 0, 60);
        var second = new Morning.Visit(
                first.job(),
                UUID.fromString(first.job()
                        .command("plan-visit", Job.assignment(morning.at(60), morning.at(120), teodora))
                        .path("appointment.id")));
        var elsewhere = new Morning(morning.eight(), teodora).visit(maria, 120, 180);

        var _ = morning.isSaid(first, 45);
        morning.isExpected(second, 105);
        morning.isExpected(elsewhere, 165);

        first.job().progresses(first.id(), 1, "PARTIALLY_COMPLETED", morning.time(50));
        eventually(() -> morning.isExpectedAsPlanned(second));
        eventually(() -> morning.isExpectedAsPlanned(elsewhere));
    }

    /** It waits until an hour after somebody came to the one before it. */
    private Morning.Visit nextAfter(Morning.Visit late) {
        var next = morning.visit(maria, 60, 120);
        late.job().progresses(late.id(), 1, "ON_SITE", morning.time(45));
        late.job().visitBecomes(late.id(), "ON_SITE");
        var _ = morning.isSaid(before, -55);
        morning.isExpected(next, 105);
        return next;
    }
}
