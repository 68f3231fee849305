package dev.fieldservice.workorder.workorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Walk;
import dev.fieldservice.workorder.labour.NewTimeEntry;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.parts.PartUsage;
import dev.fieldservice.workorder.parts.Refrigerant;
import dev.fieldservice.workorder.reviews.Approval;
import dev.fieldservice.workorder.signatures.ApproverDetails;
import dev.fieldservice.workorder.signatures.Maria;
import dev.fieldservice.workorder.visits.Completion;
import dev.fieldservice.workorder.visits.MoveRequest;
import dev.fieldservice.workorder.visits.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
            "hand-over");

    private static final OrderAssigned SAMPLE = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .convertValue(Contracts.sample(Topics.ORDER_ASSIGNED, Map.of()), OrderAssigned.class);
    private static final MoveRequest SOMEWHERE = new MoveRequest(null, null);
    private static final List<UUID> TECHNICIANS =
            Stream.generate(UUID::randomUUID).limit(3).toList();

    private final Walk walk = new Walk();
    private final UUID id = UUID.randomUUID();
    private final List<UUID> visits = Stream.generate(UUID::randomUUID).limit(3).toList();
    private final WorkOrder order;
    private final ExpectedWork expected;
    private final List<UUID> counted = new ArrayList<>();
    private final List<UUID> reversed = new ArrayList<>();
    private int version = 1;
    private int progress;
    private int ends;
    private int usageEvents;
    private int times;
    private String approver = "";
    private String signed = "";

    WorkOrderWalk() {
        order = WorkOrder.assigned(assigned(0, people(1), 0, 1), walk.event());
        expected = new ExpectedWork(0, people(1));
        check();
    }

    void assign(int visit, int crew, int window, int newer) {
        version += newer;
        if (expected.isNews(version)) {
            order.reassigned(assigned(visit, people(crew), window, version), walk.event());
            expected.assign(visit, people(crew), window);
        }
        check();
    }

    void unassign(int newer) {
        version += newer;
        if (expected.isNews(version)) {
            By by = walk.event();
            boolean isTaken = order.withdrawn(new OrderUnassigned(id, version, List.of(), "Elsewhere", by.at()), by);
            assertThat(isTaken).as("withdrawal").isEqualTo(expected.unassign());
        }
        check();
    }

    void step(String step, int who) {
        UUID technician = technician(who);
        By by = step.equals("hand-over") ? walk.by(Person.DANA) : walk.by(technician, "T" + who, Role.TECHNICIAN);
        boolean isTaken = Walk.isTaken(() -> take(step, by));
        assertThat(isTaken).as("%s in %s", step, expected.visitState()).isEqualTo(expected.step(step, technician));
        ends += isTaken && expected.isCompleted() ? 1 : 0;
        progress += isTaken ? 1 : 0;
        check();
    }

    private void take(String step, By by) {
        switch (step) {
            case "accept" -> order.accept(by);
            case "reject" -> order.reject("Ill", by);
            case "travel" -> order.travel(SOMEWHERE, by);
            case "arrive" -> order.arrive(SOMEWHERE, by);
            case "start" -> order.start(SOMEWHERE, by);
            case "pause" -> order.pause("Lunch", by);
            case "resume" -> order.resume(by);
            case "hand-over" -> order.handOver("Ill", by);
            default -> order.complete(new Completion(Outcome.valueOf(step), null, null, null), by);
        }
    }

    void usePart(int who) {
        By by = walk.by(technician(who), "T" + who, Role.TECHNICIAN);
        PartUsage usage = Refrigerant.used(order, by);
        recorded(Walk.isTaken(() -> order.usePart(usage, by)), expected.isUnderWay(), () -> counted.add(usage.id()));
    }

    void reverse(int which) {
        List<PartUsage> known = List.copyOf(order.usages);
        if (!known.isEmpty()) {
            UUID usage = known.get(which % known.size()).id();
            By by = walk.by(technician(which), "T", Role.TECHNICIAN);
            boolean mayBe = expected.isUnderWay() && counted.contains(usage);
            recorded(Walk.isTaken(() -> order.reverseUsage(usage, "Mistake", by)), mayBe, () -> {
                counted.remove(usage);
                reversed.add(usage);
            });
        }
    }

    private void recorded(boolean isTaken, boolean mayBe, Runnable effect) {
        assertThat(isTaken).as("parts in %s", expected.state()).isEqualTo(mayBe);
        if (isTaken) {
            effect.run();
            usageEvents--;
        }
        check();
    }

    void recordTime(int who) {
        By by = walk.by(technician(who), "T" + who, Role.TECHNICIAN);
        Instant from = by.at().minus(Duration.ofSeconds(30));
        NewTimeEntry entry = new NewTimeEntry(TimeEntry.Kind.LABOUR, null, from, by.at());
        boolean mayBe = (expected.isUnderWay() || expected.isOccupying()) && expected.crew.contains(by.id());
        assertThat(Walk.isTaken(() -> order.recordTime(entry, by))).isEqualTo(mayBe);
        times += mayBe ? 1 : 0;
        check();
    }

    void nameApprover(int which) {
        String name = "Maria " + which;
        ApproverDetails details = new ApproverDetails(name, null, null, null);
        boolean isTaken = Walk.isTaken(() -> order.nameApprover(details, walk.by(Person.TUDOR)));
        assertThat(isTaken).isEqualTo(!expected.isClosed);
        approver = isTaken ? name : approver;
        check();
    }

    void sign() {
        By by = walk.by(Person.TUDOR);
        boolean isTaken = Walk.isTaken(() -> order.sign(Maria.signs(order, by), by));
        assertThat(isTaken).isEqualTo(expected.isCompleted() || expected.isUnderWay());
        signed = isTaken ? shown() : signed;
        check();
    }

    void sendBack(int reviewer) {
        boolean isTaken = Walk.isTaken(() -> order.sendBack("What?", reviewer(reviewer)));
        assertThat(isTaken)
                .as("send back")
                .isEqualTo(expected.sendBack(reviewer(reviewer).id()));
        progress += isTaken ? 1 : 0;
        check();
    }

    void approve(int reviewer, boolean waive) {
        boolean isTaken = Walk.isTaken(() -> order.approve(new Approval(waive, null), reviewer(reviewer)));
        assertThat(isTaken)
                .as("approve")
                .isEqualTo(expected.approve(reviewer(reviewer).id(), waive));
        check();
    }

    /** What the customer sees, as far as the walk changes it. */
    private String shown() {
        return "%s %d %s".formatted(counted, times, approver);
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
        assertThat(order.usages.stream().filter(PartUsage::counts).map(PartUsage::id))
                .isEqualTo(counted);
        if (order.signature().isPresent()) {
            assertThat(Maria.hasSignedExactly(order)).as("signature").isEqualTo(shown().equals(signed));
        }
        order.takeEvents().forEach(event -> told((WorkOrderEvent) event));
        assertThat(List.of(progress, ends, usageEvents))
                .as("told as often as it happened")
                .containsOnly(0);
    }

    private void told(WorkOrderEvent event) {
        switch (event) {
            case WorkOrderEvent.VisitProgressed visit -> {
                progress--;
                assertThat(visit.progressVersion()).isEqualTo(order.progressVersion);
                assertThat(visit.state().name()).isEqualTo(expected.visitState());
            }
            case WorkOrderEvent.JobCompleted job -> {
                ends--;
                assertThat(job.followUpRequired()).isEqualTo(expected.needsFollowUp);
            }
            case WorkOrderEvent.PartsConsumed usage -> usageEvents++;
            case WorkOrderEvent.JobClosed closed -> {
                assertThat(closed.job().usages())
                        .extracting(JobClosedPayload.Usage::usageId)
                        .isEqualTo(counted);
                assertThat(closed.job().reversedUsageIds()).containsExactlyInAnyOrderElementsOf(reversed);
                assertThat(closed.job().closureNumber()).isOne();
            }
        }
    }

    private OrderAssigned assigned(int visit, List<UUID> crew, int window, int version) {
        Instant start = SAMPLE.window().start().plus(Duration.ofDays(window));
        return new OrderAssigned(
                id,
                SAMPLE.orderNumber(),
                SAMPLE.ticketId(),
                SAMPLE.ticketNumber(),
                visits.get(visit),
                version,
                crew.stream()
                        .map(each -> new Assignment.Technician(each, "T", each.equals(crew.getFirst())))
                        .toList(),
                new Assignment.Window(start, start.plusSeconds(3600)),
                SAMPLE.jobCard(),
                SAMPLE.plannedParts());
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
