package dev.fieldservice.workorder.workorders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Walk;
import dev.fieldservice.workorder.events.JobClosed;
import dev.fieldservice.workorder.events.WorkOrderEvent;
import dev.fieldservice.workorder.labour.NewTimeEntry;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.parts.PartUsage;
import dev.fieldservice.workorder.reviews.Approval;
import dev.fieldservice.workorder.reviews.Closing;
import dev.fieldservice.workorder.steps.Completion;
import dev.fieldservice.workorder.steps.Interruption;
import dev.fieldservice.workorder.steps.MoveRequest;
import dev.fieldservice.workorder.steps.Pause;
import dev.fieldservice.workorder.steps.Steps;
import dev.fieldservice.workorder.visits.Clocks;
import dev.fieldservice.workorder.visits.LeftOver;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.worktypes.SignatureState;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A work order to which people, dispatch and reviewers do what comes to their minds, and beside it what it should be. */
final class WorkOrderWalk {

    static final List<String> STEPS = List.of(
            "accept",
            "reject",
            "travel",
            "arrive",
            "start",
            "pause",
            "resume",
            "COMPLETE",
            "INCOMPLETE",
            "CANNOT_COMPLETE",
            "turn-back",
            "abort",
            "hand-over");

    private static final Interruption NOBODY_THERE = new Interruption("Nobody there", null, null);
    private static final MoveRequest SOMEWHERE = new MoveRequest(null, null);
    private static final List<UUID> TECHNICIANS =
            Stream.generate(UUID::randomUUID).limit(3).toList();

    private final Walk walk = new Walk();
    private final Steps steps =
            new Steps(Clocks.USUAL, (tx, order) -> Uni.createFrom().voidItem());
    private final UUID id = UUID.randomUUID();
    private final Decisions dispatch = new Decisions(id);
    private final RecordedWork work = new RecordedWork();
    private final WorkOrder order;
    private final ExpectedWork expected;
    private final List<UUID> counted = new ArrayList<>();
    private final List<UUID> reversed = new ArrayList<>();
    private int version = 1;
    private int progress;
    private int ends;
    private int closings;
    private int usageEvents;
    private int returns;
    private String approver = "";
    private String signed = "";

    /** Null where nobody knew it then. */
    private Outcome signedOutcome;

    WorkOrderWalk() {
        Planning planning = Planning.assigned(dispatch.assigns(0, people(1), 0, 1), walk.event());
        order = planning.order();
        work.keep(planning.visit());
        expected = new ExpectedWork(0, people(1));
        check();
    }

    void assign(int visit, int crew, int window, int newer) {
        version += newer;
        if (expected.isNews(visit, version)) {
            Planning planning = new Planning(order, visit(), walk.event());
            OrderAssigned event = dispatch.assigns(visit, people(crew), window, version);
            planning.reassigned(event, true, work.visit(event.appointmentId()));
            work.keep(planning.visit());
            expected.assign(visit, people(crew), window, version);
        }
        check();
    }

    void unassign(int visit, int newer) {
        version += newer;
        if (expected.isNewWithdrawal(visit, version)) {
            By by = walk.event();
            boolean isTaken = new Planning(order, visit(), by)
                    .withdrawn(dispatch.takesAway(visit, version, by), work.lastVisitThatIsOver());
            assertThat(isTaken).as("withdrawal").isEqualTo(expected.unassign(version));
        }
        check();
    }

    void step(String step, int who) {
        UUID technician = technician(who);
        By by = step.equals("hand-over") ? walk.by(Person.DANA) : walk.by(technician, "T" + who, Role.TECHNICIAN);
        boolean isTaken = Walk.isTaken(() -> take(step, by));
        assertThat(isTaken).as("%s in %s", step, expected.visitState()).isEqualTo(expected.step(step, technician));
        expected.touched(isTaken);
        ends += isTaken && expected.isCompleted() ? 1 : 0;
        progress += isTaken ? 1 : 0;
        check();
    }

    private void take(String step, By by) {
        switch (step) {
            case "accept" -> steps.accept(order, visit(), by);
            case "reject" -> steps.reject(order, visit(), "Ill", by);
            case "travel" -> steps.travel(order, visit(), SOMEWHERE, by);
            case "arrive" -> steps.arrive(order, visit(), SOMEWHERE, by);
            case "start" -> steps.start(order, visit(), SOMEWHERE, by);
            case "pause" -> steps.pause(order, visit(), new Pause("Lunch", null, null, null), by);
            case "resume" -> steps.resume(order, visit(), SOMEWHERE, by);
            case "turn-back" -> steps.turnBack(order, visit(), NOBODY_THERE, by);
            case "abort" -> steps.abort(order, visit(), NOBODY_THERE, by);
            case "hand-over" -> steps.handOver(order, visit(), "Ill", by);
            default -> complete(Outcome.valueOf(step), by);
        }
    }

    private void complete(Outcome outcome, By by) {
        Completion said = new Completion(outcome, null, null, null, null, null);
        steps.complete(order, visit(), said, SignatureState.MISSING, LeftOver.NOTHING, by);
    }

    void usePart(int who) {
        By by = anybody(who);
        recorded(work.use(order, by), expected.mayRecordParts(by.id()), entry -> counted.add(entry.id()));
    }

    void reverse(int which) {
        work.usage(which).ifPresent(usage -> {
            By by = anybody(which);
            boolean isTheirs = expected.crew.contains(by.id()) || usage.isBy(by.id());
            boolean mayBe = !expected.isClosed && isTheirs && counted.contains(usage.id());
            recorded(work.takeBack(order, usage, by), mayBe, counter -> {
                counted.remove(usage.id());
                reversed.add(usage.id());
            });
        });
    }

    private void recorded(Optional<PartUsage> entry, boolean mayBe, Consumer<PartUsage> effect) {
        assertThat(entry.isPresent()).as("parts in %s", expected.visitState()).isEqualTo(mayBe);
        expected.touched(mayBe);
        entry.ifPresent(usage -> {
            effect.accept(usage);
            usageEvents--;
            tell(usage);
        });
        check();
    }

    void recordTime(int who) {
        By by = anybody(who);
        Instant from = by.at().minus(Duration.ofSeconds(30));
        NewTimeEntry entry = new NewTimeEntry(TimeEntry.Kind.TRAVEL, null, from, by.at(), null);
        boolean mayBe = expected.mayRecordTime(by.id());
        assertThat(work.spend(order, entry, by).isPresent()).isEqualTo(mayBe);
        expected.touched(mayBe);
        check();
    }

    void nameApprover(int which) {
        String name = "Maria " + which;
        Approver who = new Approver(name, null, null);
        boolean isTaken = Walk.isTaken(() -> order.nameApprover(who, null, walk.by(Person.TUDOR)));
        assertThat(isTaken).isEqualTo(!expected.isClosed);
        approver = isTaken ? name : approver;
        expected.touched(isTaken);
        check();
    }

    void sign() {
        By by = walk.by(Person.TUDOR);
        boolean isTaken = work.sign(order, by).isPresent();
        assertThat(isTaken).isEqualTo(expected.isCompleted() || expected.isUnderWay());
        signed = isTaken ? shown() : signed;
        signedOutcome = isTaken ? order.outcome : signedOutcome;
        expected.touched(isTaken);
        check();
    }

    void sendBack(int reviewer) {
        boolean isTaken =
                Walk.isTaken(() -> Reviewing.sendBack(order, visit(), Shortcoming.OTHER, "What?", reviewer(reviewer)));
        assertThat(isTaken)
                .as("send back")
                .isEqualTo(expected.sendBack(reviewer(reviewer).id()));
        progress += isTaken ? 1 : 0;
        expected.touched(isTaken);
        check();
    }

    void approve(int reviewer, boolean waive) {
        Closing closing = new Closing(order, work.done(), work.signature(), reviewer(reviewer));
        boolean isTaken = Walk.isTaken(() -> closing.approve(
                new Approval(order.version(), waive, null, "Nobody was there", "It was withdrawn"), order.version()));
        assertThat(isTaken)
                .as("approve")
                .isEqualTo(expected.approve(reviewer(reviewer).id(), waive));
        closings += isTaken ? 1 : 0;
        tell(closing);
        check();
    }

    void comesBack() {
        returns++;
        assertThat(Returning.returned(order, news(null), walk.event()))
                .as("comes back")
                .isEqualTo(expected.comesBack());
        check();
    }

    /** Of something older nobody takes notice. */
    void comesBackLate() {
        if (returns > 0) {
            assertThat(Returning.returned(order, news(null), walk.event())).isFalse();
            check();
        }
    }

    void staysAsItWas() {
        if (returns > 0) {
            By by = walk.event();
            boolean isTold = Returning.withdrawn(order, news(by.at()), by);
            assertThat(isTold).as("stays as it was").isEqualTo(expected.staysAsItWas());
            if (isTold) {
                Closing closing = new Closing(order, work.done(), work.signature(), by);
                closing.tellAnew();
                closings++;
                tell(closing);
            }
            check();
        }
    }

    private JobReturned news(Instant withdrawnAt) {
        return new JobReturned(
                id,
                UUID.randomUUID(),
                returns,
                Shortcoming.WRONG_TIMES,
                "Twice",
                new JobReturned.Person(Person.ANA.id(), "Ana"),
                Instant.EPOCH,
                withdrawnAt);
    }

    /** What the customer sees, as far as the walk changes it. */
    private String shown() {
        return "%s %d %s".formatted(counted, work.done().times().size(), approver);
    }

    private boolean isShownAsSigned() {
        boolean hasSameEnd = signedOutcome == null || order.outcome == null || order.outcome == signedOutcome;
        return shown().equals(signed) && hasSameEnd;
    }

    private void check() {
        assertThat(order.state().name()).as("state").isEqualTo(expected.state());
        assertThat(order.visitState.name()).as("visit").isEqualTo(expected.visitState());
        assertThat(order.crew()).as("crew").containsExactlyInAnyOrderElementsOf(expected.crew);
        assertThat(order.activeTechnicianId)
                .as("active")
                .isEqualTo(expected.active().orElse(null));
        assertThat(expected.crew)
                .as("whoever is active is of the crew")
                .containsAll(expected.active().stream().toList());
        assertThat(order.followUpRequired).as("follow-up").isEqualTo(expected.needsFollowUp);
        assertThat(visit().state()).as("the visit itself").isEqualTo(order.visitState);
        assertThat(work.done().counted()).extracting(PartUsage::id).isEqualTo(counted);
        assertThat(order.entries).as("entries").isEqualTo(work.entries());
        if (work.signature().isPresent()) {
            assertThat(work.isSignedExactly(order)).as("signature").isEqualTo(isShownAsSigned());
        }
        tell(order);
        assertThat(List.of(progress, ends, usageEvents, closings))
                .as("told as often as it happened")
                .containsOnly(0);
    }

    private void told(WorkOrderEvent event) {
        switch (event) {
            case WorkOrderEvent.VisitProgressed visit -> {
                progress--;
                assertThat(visit.progressVersion()).isEqualTo(order.progressVersion);
                assertThat(visit.state().name()).isEqualTo(visit.crewGoesOn() ? "REJECTED" : expected.visitState());
            }
            case WorkOrderEvent.JobCompleted job -> {
                ends--;
                assertThat(job.followUpRequired()).isEqualTo(expected.needsFollowUp);
            }
            case WorkOrderEvent.PartsConsumed usage -> usageEvents++;
            case JobClosed closed -> {
                closings--;
                assertThat(closed.usages()).extracting(JobClosed.Usage::usageId).isEqualTo(counted);
                assertThat(closed.reversedUsageIds()).containsExactlyInAnyOrderElementsOf(reversed);
                assertThat(closed.labour()).hasSize(work.done().times().size());
                assertThat(closed.closureNumber()).isEqualTo(expected.closures);
                assertThat(closed.returnNumber()).isEqualTo(returns == 0 ? null : returns);
            }
        }
    }

    private void tell(Recorded changed) {
        changed.takeEvents().forEach(event -> told((WorkOrderEvent) event));
    }

    private Visit visit() {
        return work.visit(order.appointmentId()).orElseThrow();
    }

    /** Each bit of {@code crew} stands for a technician. */
    private static List<UUID> people(int crew) {
        return IntStream.range(0, TECHNICIANS.size())
                .filter(i -> (crew >> i & 1) == 1)
                .mapToObj(TECHNICIANS::get)
                .toList();
    }

    /** Somebody of the crew; anybody if there is none. */
    private UUID technician(int who) {
        return expected.crew.isEmpty() ? TECHNICIANS.get(who) : expected.crew.get(who % expected.crew.size());
    }

    /** Anybody at all: who records may have been there long ago. */
    private By anybody(int who) {
        return walk.by(TECHNICIANS.get(who), "T" + who, Role.TECHNICIAN);
    }

    /** A supervisor, or a technician who may review too. */
    private By reviewer(int who) {
        return who < TECHNICIANS.size()
                ? walk.by(TECHNICIANS.get(who), "T" + who, Role.SUPERVISOR)
                : walk.by(Person.SORIN);
    }

    @Override
    public String toString() {
        return "work order in %s, visit in %s".formatted(order.state(), order.visitState);
    }
}
