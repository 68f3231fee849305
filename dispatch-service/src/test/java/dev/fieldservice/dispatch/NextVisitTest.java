package dev.fieldservice.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes next on a day is what goes on, then what is really expected, and at last what rests. */
@QuarkusTest
@WithTestResource(RealServers.class)
class NextVisitTest {

    /** Eleven in the morning in Bucharest. */
    private static final Instant ELEVEN = Instant.parse("2027-03-16T09:00:00Z");

    private Mechanic tudor;

    @BeforeEach
    void aTechnicianStartsTheDay() {
        MovableClock.set(ELEVEN);
        tudor = Mechanic.register("Tudor Ionescu");
    }

    @AfterEach
    void theClockIsRight() {
        MovableClock.reset();
    }

    @Test
    void whatRestsForDaysComesAfterWhatIsPlannedForToday() {
        Job days = Job.waiting();
        UUID resting = days.given(tudor, at(1), at(3 * 24 * 60));
        becomes(days, resting, 1, "IN_PROGRESS", 1);
        days.progresses(resting, 2, "PAUSED", time(2), "Piesa vine vineri");
        days.visitBecomes(resting, "PAUSED");
        UUID planned = Job.waiting().given(tudor, at(4 * 24 * 60), at(4 * 24 * 60 + 60));
        MovableClock.set(time(4 * 24 * 60));

        isNext(planned);
        dayIs(planned, resting);
    }

    @Test
    void whoIsLateForAVisitIsLateForWhatFollows() {
        UUID postponed = Job.waiting().given(tudor, at(10), at(40));
        UUID next = Job.waiting().given(tudor, at(60), at(90));
        tudor.posts("/v1/appointments/" + postponed + "/delay", Map.of("expectedArrival", at(180)))
                .then()
                .statusCode(200);

        isNext(postponed);
        dayIs(postponed, next);
    }

    @Test
    void whatGoesOnComesBeforeAllThatIsPlanned() {
        UUID planned = Job.waiting().given(tudor, at(10), at(40));
        Job job = Job.waiting();
        UUID begun = job.given(tudor, at(60), at(90));
        becomes(job, begun, 1, "IN_PROGRESS", 0);

        isNext(begun);
        dayIs(begun, planned);
        becomes(job, begun, 2, "COMPLETED", 5);
        isNext(planned);
        dayIs(begun, planned);
    }

    private void isNext(UUID visit) {
        tudor.posts("/v1/my-day/next", Map.of())
                .then()
                .statusCode(200)
                .body("appointment.appointment.id", equalTo(visit.toString()));
    }

    private void dayIs(UUID... visits) {
        assertThat(tudor.gets("/v1/my-day").<List<String>>path("appointments.appointment.id"))
                .containsExactlyElementsOf(
                        List.of(visits).stream().map(UUID::toString).toList());
    }

    private static void becomes(Job job, UUID visit, int version, String state, int minutes) {
        job.progresses(visit, version, state, time(minutes));
        job.visitBecomes(visit, state);
    }

    private static String at(int minutes) {
        return time(minutes).toString();
    }

    private static Instant time(int minutes) {
        return ELEVEN.plus(minutes, ChronoUnit.MINUTES);
    }
}
