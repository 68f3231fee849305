package dev.fieldservice.workorder.labour;

import static dev.fieldservice.workorder.visits.VisitLifecycle.Command.ARRIVE;
import static dev.fieldservice.workorder.visits.VisitLifecycle.Command.COMPLETE;
import static dev.fieldservice.workorder.visits.VisitLifecycle.Command.PAUSE;
import static dev.fieldservice.workorder.visits.VisitLifecycle.Command.RESUME;
import static dev.fieldservice.workorder.visits.VisitLifecycle.Command.START;
import static dev.fieldservice.workorder.visits.VisitLifecycle.Command.TRAVEL;
import static dev.fieldservice.workorder.visits.VisitLifecycle.Command.TURN_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.Milestone;
import dev.fieldservice.workorder.visits.PauseKind;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long each thing took, by the steps of a visit in Bucharest. */
class TimeProposalsTest {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final Assignment.Technician TUDOR = new Assignment.Technician(UUID.randomUUID(), "Tudor", true);
    private static final Assignment.Technician MIHAI = new Assignment.Technician(UUID.randomUUID(), "Mihai", false);
    private static final Assignment.Technician RADU = new Assignment.Technician(UUID.randomUUID(), "Radu", false);

    private final Visit visit = new Visit(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, Instant.EPOCH);
    private VisitLifecycle.State state = VisitLifecycle.State.ASSIGNED;
    private List<Assignment.Technician> crew = List.of(TUDOR);

    @Test
    void aDayWithALunchAndAWaitForTheKey() {
        step(TRAVEL, "2026-06-10T08:00");
        step(ARRIVE, "2026-06-10T08:40");
        step(START, "2026-06-10T08:55");
        step(PAUSE, "2026-06-10T12:00");
        visit.pausedFor(PauseKind.BREAK);
        step(RESUME, "2026-06-10T12:30");
        step(PAUSE, "2026-06-10T14:00");
        visit.pausedFor(PauseKind.WAITING);
        step(RESUME, "2026-06-10T14:20");
        step(COMPLETE, "2026-06-10T15:00");

        assertThat(proposed())
                .containsExactly(
                        "Tudor TRAVEL 40",
                        "Tudor WAITING 15",
                        "Tudor LABOUR 185",
                        "Tudor BREAK 30",
                        "Tudor LABOUR 90",
                        "Tudor WAITING 20",
                        "Tudor LABOUR 40");
    }

    @Test
    void aNightShiftIsOneStretchOverMidnight() {
        step(START, "2026-06-10T22:30");
        step(COMPLETE, "2026-06-11T01:15");

        assertThat(proposed()).containsExactly("Tudor LABOUR 165");
    }

    @Test
    void inTheNightInWhichTheClockGoesForwardFromTwoToFiveAreTwoHours() {
        step(START, "2026-03-29T02:00");
        step(COMPLETE, "2026-03-29T05:00");

        assertThat(proposed()).containsExactly("Tudor LABOUR 120");
    }

    @Test
    void inTheNightInWhichTheClockGoesBackFromTwoToFiveAreFourHours() {
        step(START, "2026-10-25T02:00");
        step(COMPLETE, "2026-10-25T05:00");

        assertThat(proposed()).containsExactly("Tudor LABOUR 240");
    }

    @Test
    void theTwoHoursThatAreCalledTheSameAreTwo() {
        Instant first =
                LocalDateTime.parse("2026-10-25T03:30").atZone(BUCHAREST).toInstant();
        step(START, first);
        step(PAUSE, first.plusSeconds(3600));
        step(RESUME, first.plusSeconds(3900));
        step(COMPLETE, first.plusSeconds(7200));

        assertThat(first.plusSeconds(3600).atZone(BUCHAREST).toLocalTime())
                .isEqualTo(first.atZone(BUCHAREST).toLocalTime());
        assertThat(proposed()).containsExactly("Tudor LABOUR 60", "Tudor BREAK 5", "Tudor LABOUR 55");
    }

    @Test
    void whoeverGoesHomeForTheNightTakesNoBreakOfSixteenHours() {
        step(START, "2026-06-10T08:00");
        step(PAUSE, "2026-06-10T16:00");
        step(RESUME, "2026-06-11T08:00");
        step(COMPLETE, "2026-06-11T09:00");

        assertThat(proposed()).containsExactly("Tudor LABOUR 480", "Tudor LABOUR 60");
    }

    @Test
    void eachOfTheCrewHasTheirsFromWhenTheyWereThere() {
        step(TRAVEL, "2026-06-10T08:00");
        step(ARRIVE, "2026-06-10T08:30");
        step(START, "2026-06-10T08:30");
        isChangedTo("2026-06-10T08:35", TUDOR, RADU);
        step(COMPLETE, "2026-06-10T09:30");

        assertThat(proposed()).containsExactlyInAnyOrder("Tudor TRAVEL 30", "Tudor LABOUR 60", "Radu LABOUR 55");
    }

    @Test
    void whoeverTurnedBackHasDriven() {
        step(TRAVEL, "2026-06-10T08:00");
        step(TURN_BACK, "2026-06-10T08:25");
        step(START, "2026-06-10T11:00");
        step(COMPLETE, "2026-06-10T11:10");

        assertThat(proposed()).containsExactly("Tudor TRAVEL 25", "Tudor LABOUR 10");
    }

    @Test
    void whoeverTurnedBackHasNoPartInWhatTheOneWhoGoesInsteadDoes() {
        step(TRAVEL, "2026-06-10T08:00");
        step(TURN_BACK, "2026-06-10T08:25");
        crew = List.of(RADU);
        step(TRAVEL, "2026-06-10T10:00");
        step(START, "2026-06-10T10:30");
        step(COMPLETE, "2026-06-10T11:30");

        assertThat(proposed()).containsExactly("Tudor TRAVEL 25", "Radu TRAVEL 30", "Radu LABOUR 60");
    }

    @Test
    void whomDispatchTakesOffWhileTheOthersWorkHasWorkedUntilThen() {
        crew = List.of(TUDOR, RADU);
        step(START, "2026-06-10T08:00");
        isChangedTo("2026-06-10T10:00", TUDOR);
        isChangedTo("2026-06-10T10:30", TUDOR);
        step(PAUSE, "2026-06-10T12:00");
        step(RESUME, "2026-06-10T12:30");
        step(COMPLETE, "2026-06-10T13:00");

        assertThat(proposed())
                .containsExactlyInAnyOrder("Radu LABOUR 120", "Tudor LABOUR 240", "Tudor BREAK 30", "Tudor LABOUR 30");
    }

    @Test
    void whoJoinsLateInTheDayHasNotWorkedBefore() {
        step(START, "2026-06-10T08:00");
        isChangedTo("2026-06-10T15:00", TUDOR, RADU);
        step(COMPLETE, "2026-06-10T16:00");

        assertThat(proposed()).containsExactly("Tudor LABOUR 480", "Radu LABOUR 60");
    }

    @Test
    void whomDispatchSendsThereAgainWasAwayMeanwhile() {
        crew = List.of(TUDOR, RADU);
        step(START, "2026-06-10T08:00");
        isChangedTo("2026-06-10T10:00", TUDOR);
        isChangedTo("2026-06-10T10:30", TUDOR, RADU);
        isChangedTo("2026-06-10T11:00", TUDOR);
        isChangedTo("2026-06-10T11:10", TUDOR, RADU);
        step(COMPLETE, "2026-06-10T12:00");

        assertThat(proposed())
                .containsExactlyInAnyOrder("Tudor LABOUR 240", "Radu LABOUR 120", "Radu LABOUR 30", "Radu LABOUR 50");
    }

    @Test
    void whoWasSentThereAndTakenOffHasWorkedInBetween() {
        step(START, "2026-06-10T08:00");
        isChangedTo("2026-06-10T09:00", TUDOR, RADU);
        isChangedTo("2026-06-10T09:45", TUDOR);
        step(COMPLETE, "2026-06-10T12:00");

        assertThat(proposed()).containsExactly("Tudor LABOUR 240", "Radu LABOUR 45");
    }

    @Test
    void aChangeThatIsUndoneInTheSameMomentIsNone() {
        step(START, "2026-06-10T08:00");
        isChangedTo("2026-06-10T09:00", TUDOR, RADU);
        isChangedTo("2026-06-10T09:00", RADU);
        isChangedTo("2026-06-10T09:00", TUDOR);
        step(COMPLETE, "2026-06-10T10:00");

        assertThat(proposed()).containsExactly("Tudor LABOUR 120");
    }

    @Test
    void whoJoinedBeforeAStepThatWasTakenBeforeTheyWereHeardOfWasThereInBetween() {
        step(START, "2026-06-10T08:00");
        step(PAUSE, "2026-06-10T10:00");
        step(RESUME, "2026-06-10T10:30");
        isChangedTo("2026-06-10T09:00", TUDOR, RADU);
        step(COMPLETE, "2026-06-10T12:00");

        assertThat(proposed())
                .containsExactlyInAnyOrder(
                        "Tudor LABOUR 120",
                        "Radu LABOUR 60",
                        "Tudor BREAK 30",
                        "Radu BREAK 30",
                        "Tudor LABOUR 90",
                        "Radu LABOUR 90");
    }

    @Test
    void whoLeftBeforeAStepThatWasTakenBeforeThisWasHeardOfHadLeft() {
        crew = List.of(TUDOR, RADU);
        step(START, "2026-06-10T08:00");
        step(PAUSE, "2026-06-10T10:00");
        isChangedTo("2026-06-10T09:15", TUDOR, MIHAI);
        isChangedTo("2026-06-10T10:10", TUDOR);
        step(RESUME, "2026-06-10T10:30");
        step(COMPLETE, "2026-06-10T11:00");

        assertThat(proposed())
                .containsExactlyInAnyOrder(
                        "Tudor LABOUR 120",
                        "Radu LABOUR 75",
                        "Mihai LABOUR 45",
                        "Tudor BREAK 30",
                        "Mihai BREAK 10",
                        "Tudor LABOUR 30");
    }

    @Test
    void twoChangesThatAreHeardTogetherAfterTheNextStepAreTwo() {
        step(START, "2026-06-10T08:00");
        step(PAUSE, "2026-06-10T11:00");
        step(RESUME, "2026-06-10T11:30");
        isChangedTo("2026-06-10T09:00", TUDOR, RADU);
        isChangedTo("2026-06-10T10:00", TUDOR);
        step(COMPLETE, "2026-06-10T12:00");

        assertThat(proposed())
                .containsExactlyInAnyOrder("Tudor LABOUR 180", "Radu LABOUR 60", "Tudor BREAK 30", "Tudor LABOUR 30");
    }

    @Test
    void whoWasThereBeforeTheEndAndIsHeardOfAfterItHasTheirs() {
        step(START, "2026-06-10T08:00");
        step(COMPLETE, "2026-06-10T12:00");
        isChangedTo("2026-06-10T10:00", TUDOR, RADU);

        assertThat(proposed()).containsExactly("Tudor LABOUR 240", "Radu LABOUR 120");
    }

    @Test
    void aStepThatIsToldLateWasTakenByThoseWhoWereThereThen() {
        crew = List.of(TUDOR, RADU);
        step(START, "2026-06-10T08:00");
        isChangedTo("2026-06-10T10:00", TUDOR, MIHAI);
        step(PAUSE, "2026-06-10T09:00");
        step(RESUME, "2026-06-10T09:30");
        step(COMPLETE, "2026-06-10T12:00");

        assertThat(proposed())
                .containsExactlyInAnyOrder(
                        "Tudor LABOUR 60",
                        "Radu LABOUR 60",
                        "Tudor BREAK 30",
                        "Radu BREAK 30",
                        "Tudor LABOUR 150",
                        "Radu LABOUR 30",
                        "Mihai LABOUR 120");
    }

    @Test
    void whoeverSaysLateThatTheyHadSetOutWasNotAtWorkWithTheOthers() {
        crew = List.of(RADU);
        step(START, "2026-06-10T09:00");
        Instant before = at("2026-06-10T08:00");
        visit.heardLate(TUDOR, TRAVEL, new Milestone(TUDOR.id(), before, before, null));
        step(PAUSE, "2026-06-10T10:00");
        step(COMPLETE, "2026-06-10T10:10");

        assertThat(proposed()).containsExactly("Radu LABOUR 60", "Radu BREAK 10");
    }

    @Test
    void whatGoesOnYetIsNotProposed() {
        step(TRAVEL, "2026-06-10T08:00");
        step(START, "2026-06-10T08:25");

        assertThat(proposed()).containsExactly("Tudor TRAVEL 25");
    }

    @Test
    void whatIsRecordedAlreadyIsNotProposedAnyMore() {
        step(START, "2026-06-10T08:00");
        step(COMPLETE, "2026-06-10T12:00");

        assertThat(proposed(recorded(TUDOR, "2026-06-10T09:00", "2026-06-10T11:59:30")))
                .containsExactly("Tudor LABOUR 60");
        assertThat(proposed(recorded(RADU, "2026-06-10T09:00", "2026-06-10T11:00")))
                .containsExactly("Tudor LABOUR 240");
    }

    private void step(VisitLifecycle.Command command, String local) {
        step(command, at(local));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BUCHAREST).toInstant();
    }

    private void isChangedTo(String local, Assignment.Technician... people) {
        crew = List.of(people);
        visit.goesOnWith(crew, at(local));
    }

    private void step(VisitLifecycle.Command command, Instant at) {
        state = VisitLifecycle.TABLE.target(state, command).orElseThrow();
        visit.reach(state, command, new Milestone(TUDOR.id(), at, at, null), ids(crew));
        if (state.isOccupying()) {
            visit.join(crew);
        }
    }

    private static List<UUID> ids(List<Assignment.Technician> people) {
        return people.stream().map(Assignment.Technician::id).toList();
    }

    private List<String> proposed(TimeEntry... recorded) {
        return new TimeProposals(List.of(visit), List.of(recorded))
                .all().stream()
                        .map(each -> each.technicianName() + " " + each.kind() + " "
                                + each.length().toMinutes())
                        .toList();
    }

    private static TimeEntry recorded(Assignment.Technician who, String from, String to) {
        TimeEntry entry = new TimeEntry();
        entry.technicianId = who.id();
        entry.startedAt = at(from);
        entry.endedAt = at(to);
        return entry;
    }
}
