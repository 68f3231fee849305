package dev.fieldservice.dispatch.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.dispatch.orders.OrderLifecycle.State;
import dev.fieldservice.dispatch.orders.TicketTold.Work;
import dev.fieldservice.dispatch.technicians.Somebody;
import dev.fieldservice.dispatch.technicians.Technician;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service order, the field that works on it, and the topics between them, which know no order among each other. */
final class OrderWalk {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Instant MONDAY = Instant.parse("2030-03-04T08:00:00Z");
    private static final Set<State> WITHOUT_PLAN =
            EnumSet.of(State.UNSCHEDULED, State.ON_HOLD, State.CANCELLED, State.COMPLETED, State.CLOSED);

    /** What was told of a plan when it was told: the appointment goes on. */
    private record Told(OrderEvent.Assigned event, UUID visit, Set<UUID> crew, UUID lead) {}

    private final Walk walk = new Walk();
    private final List<Technician> technicians = Stream.of("Tudor", "Teodora")
            .map(name -> Somebody.called(name, walk.event()))
            .toList();
    private final Concerned everybody = new Concerned(
            technicians.stream().collect(Collectors.toMap(Technician::id, Function.identity())), Set.of());
    private final ServiceOrder order = ServiceOrder.create(ticket(Work.WANTED), "SO-1", Optional.empty(), walk.event());
    private final Field field = new Field(order.id());
    private final Queue<Told> assigned = new ArrayDeque<>();
    private final Queue<OrderEvent.Unassigned> unassigned = new ArrayDeque<>();
    private final Map<UUID, Appointment> visits = new LinkedHashMap<>();
    private long versionsTold;
    private int laterPlanned;
    private boolean isCalledOff;
    private boolean waits;

    OrderWalk() {
        check(State.UNSCHEDULED);
    }

    void command(String what, int who) {
        State before = order.state;
        By by = walk.by(Person.DANA);
        Set<State> takes = switch (what) {
            case "assign" -> EnumSet.of(State.UNSCHEDULED, State.SCHEDULED);
            case "claim" -> EnumSet.of(State.UNSCHEDULED);
            case "plan-visit" ->
                isCalledOff || waits ? EnumSet.noneOf(State.class) : EnumSet.of(State.SCHEDULED, State.IN_PROGRESS);
            case "cancel-visit" ->
                later().isEmpty() ? EnumSet.noneOf(State.class) : EnumSet.of(State.SCHEDULED, State.IN_PROGRESS);
            case "unassign" -> EnumSet.of(State.SCHEDULED);
            case "hold" -> EnumSet.of(State.UNSCHEDULED, State.SCHEDULED);
            default -> waits ? EnumSet.noneOf(State.class) : EnumSet.of(State.ON_HOLD);
        };
        boolean isCrewChange = what.equals("assign") && order.hasBegun();
        boolean mayBe = isCrewChange ? mayChangeCrew(team(1 + who)) : takes.contains(before);
        boolean isTaken = Walk.isTaken(() -> take(what, who, by));
        assertThat(isTaken).as("%s in %s", what, before).isEqualTo(mayBe);
        check(before);
    }

    private void take(String what, int who, By by) {
        Window window = new Window(MONDAY.plus(Duration.ofDays(who)), MONDAY.plus(Duration.ofHours(who * 24L + 2)));
        switch (what) {
            case "assign" -> assign(team(1 + who), window, by);
            case "claim" -> planned(plan().claim(Booking.of(team(1), window), by));
            case "plan-visit" -> planned(plan().planVisit(Booking.of(team(1 + who), laterWindow()), by));
            case "cancel-visit" ->
                takenBack(plan().cancelVisit(
                                later().isEmpty()
                                        ? order.id()
                                        : later().getLast().id(),
                                "Not needed",
                                by));
            case "unassign" -> takenBack(plan().unassign("Elsewhere", by));
            case "hold" -> takenBack(plan().hold(HoldReason.WAITING_PART, null, by));
            default -> takenBack(plan().resume(by));
        }
    }

    private void assign(Team team, Window window, By by) {
        Plan plan = plan();
        planned(plan.underWay()
                .filter(visit -> order.hasBegun())
                .map(visit -> plan.changeCrew(visit, Booking.of(team, visit.window()), by))
                .orElseGet(() -> plan.assign(Booking.of(team, window), by)));
    }

    /** While somebody is at it helpers come and go, and who has set out stays. */
    private boolean mayChangeCrew(Team team) {
        return ahead(order.id())
                .underWay()
                .filter(visit -> visit.technicians.stream()
                        .noneMatch(one -> one.setOut && !team.members().containsKey(one.technicianId)))
                .isPresent();
    }

    private Window laterWindow() {
        Instant start = MONDAY.plus(Duration.ofDays(100L + laterPlanned++));
        return new Window(start, start.plus(Duration.ofHours(2)));
    }

    private List<Appointment> later() {
        return ahead(order.id()).later();
    }

    private void planned(Appointment visit) {
        visits.put(visit.id(), visit);
    }

    private static void takenBack(Optional<Appointment> visit) {
        assertThat(visit.stream()).allMatch(each -> each.state == AppointmentLifecycle.State.CANCELLED);
    }

    /** As much as the service reads for a command. */
    private Plan plan() {
        Visits known = order.hasPlan() ? ahead(order.id()) : Visits.NONE;
        order.withhold(known.withheld(order));
        return new Plan(order, known);
    }

    /** As much as the service reads when the field tells of a visit. */
    private Progress progress(UUID spokenOf) {
        return new Progress(order, ahead(spokenOf));
    }

    private Visits ahead(UUID spokenOf) {
        return new Visits(visits.values().stream()
                .filter(visit -> AppointmentLifecycle.State.AHEAD.contains(visit.state)
                        || visit.id().equals(spokenOf))
                .toList());
    }

    private boolean isSuperseded(JobCompleted job) {
        Appointment visit = visits.get(job.appointmentId());
        return visits.values().stream().anyMatch(other -> other != visit && other.endVersion > job.progressVersion());
    }

    void ticketSays(Work work) {
        State before = order.state;
        isCalledOff |= work == Work.CALLED_OFF && before != State.CLOSED;
        if (before != State.CLOSED && !isCalledOff) {
            waits = work == Work.ON_HOLD;
        }
        new Plan(order, ahead(order.id())).follow(ticket(work), walk.event());
        check(before);
    }

    private static TicketTold ticket(Work work) {
        return JSON.convertValue(Contracts.sample(Topics.TICKET_CHANGED, Map.of("work", work)), TicketTold.class);
    }

    void step(String step) {
        field.step(step);
    }

    /** The next message of a topic arrives. */
    void deliver(int topic) {
        State before = order.state;
        By by = walk.event();
        switch (topic) {
            case 0 -> next(assigned, told -> field.hear(told.event(), told.visit(), told.crew(), told.lead()));
            case 1 -> next(unassigned, field::hear);
            case 2 ->
                next(field.progressed, visit -> {
                    var _ = progress(visit.appointmentId()).progressed(visit, everybody, by);
                });
            case 3 ->
                next(field.completed, job -> progress(job.appointmentId()).jobCompleted(job, isSuperseded(job), by));
            default -> next(field.closed, outcome -> progress(order.id()).jobClosed(outcome, MONDAY, by));
        }
        check(before);
    }

    /** The next of dispatch's decisions is parked, and replayed after those that are waiting now. */
    void park(int topic) {
        if (topic == 0) {
            next(assigned, assigned::add);
        } else {
            next(unassigned, unassigned::add);
        }
    }

    private static <T> void next(Queue<T> topic, Consumer<T> effect) {
        if (!topic.isEmpty()) {
            effect.accept(topic.poll());
        }
    }

    /** When all has arrived, dispatch and the field agree. */
    void settle() {
        while (Stream.of(assigned, unassigned, field.progressed, field.completed, field.closed)
                .anyMatch(topic -> !topic.isEmpty())) {
            for (int topic = 0; topic <= 4; topic++) {
                deliver(topic);
            }
        }
        if (field.current == null) {
            assertThat(order.state).isIn(withoutPlan());
            return;
        }
        assertThat(order.state).as("order while the field is %s", this).isIn(agreeing());
        visits.values().forEach(visit -> {
            AppointmentLifecycle.State known = field.visits.get(visit.id());
            if (known != null && (known.isUnderWay() || known.isFinished())) {
                assertThat(visit.state).as("visit").isEqualTo(known);
            }
        });
        Optional.ofNullable(visits.get(field.current))
                .filter(visit -> visit.state.isUnderWay() && visit.endsHeard == 0)
                .ifPresent(visit ->
                        assertThat(Set.copyOf(visit.technicianIds())).as("crew").isEqualTo(field.crew()));
        ahead(order.id())
                .planned()
                .filter(plan -> order.state == State.SCHEDULED)
                .ifPresent(plan -> {
                    assertThat(field.current).as("planned visit").isEqualTo(plan.id());
                    assertThat(field.crew()).isEqualTo(Set.copyOf(plan.technicianIds()));
                });
    }

    private Set<State> agreeing() {
        if (field.isClosed) {
            return EnumSet.of(State.CLOSED);
        }
        return switch (field.state()) {
            case SCHEDULED, DISPATCHED, ACCEPTED -> EnumSet.of(State.SCHEDULED);
            case TRAVELLING, ON_SITE, IN_PROGRESS, PAUSED -> EnumSet.of(State.IN_PROGRESS);
            case REJECTED, CANCELLED -> withoutPlan();
            case PARTIALLY_COMPLETED -> unfinished();
            case COMPLETED, CANNOT_COMPLETE -> field.needsFollowUp ? unfinished() : EnumSet.of(State.COMPLETED);
        };
    }

    private Set<State> withoutPlan() {
        return isCalledOff
                ? EnumSet.of(State.CANCELLED)
                : waits ? EnumSet.of(State.ON_HOLD) : EnumSet.of(State.UNSCHEDULED, State.ON_HOLD);
    }

    /** What was called off is not followed up. */
    private Set<State> unfinished() {
        return isCalledOff ? EnumSet.of(State.CANCELLED, State.COMPLETED) : withoutPlan();
    }

    private void check(State before) {
        Walk.assertHistoryTells(order, before, order.state);
        long planned =
                visits.values().stream().filter(visit -> visit.state.isOpen()).count();
        assertThat(planned).as("planned visits").isBetween(order.state == State.SCHEDULED ? 1L : 0L, 1L);
        if (WITHOUT_PLAN.contains(order.state)) {
            assertThat(planned).as("planned visits of what is " + order.state).isZero();
            assertThat(later()).as("visits to follow of what is " + order.state).isEmpty();
        }
        if (isCalledOff) {
            assertThat(order.state)
                    .as("what was called off")
                    .isNotIn(State.UNSCHEDULED, State.SCHEDULED, State.ON_HOLD);
        } else if (waits) {
            assertThat(order.state).as("what waits").isNotIn(State.UNSCHEDULED, State.SCHEDULED);
        }
        visits.values()
                .forEach(visit -> assertThat(visit.technicians)
                        .as("calendar of a visit that is %s", visit.state)
                        .allMatch(each -> each.active == AppointmentLifecycle.State.AHEAD.contains(visit.state)));
        order.takeEvents().forEach(event -> tell((OrderEvent) event));
    }

    private boolean holdTold;

    private void tell(OrderEvent event) {
        switch (event) {
            case OrderEvent.Assigned plan -> {
                assertThat(plan.assignmentVersion()).isEqualTo(++versionsTold);
                Appointment visit = plan.appointment();
                assigned.add(new Told(plan, visit.id(), new HashSet<>(visit.technicianIds()), lead(visit)));
            }
            case OrderEvent.Unassigned withdrawal -> {
                assertThat(withdrawal.assignmentVersion()).isEqualTo(++versionsTold);
                unassigned.add(withdrawal);
            }
            case OrderEvent.Created created -> assertThat(created.orderId()).isEqualTo(order.id());
            case OrderEvent.HoldChanged hold -> {
                assertThat(hold.holdReason() == null).as("told in turns").isEqualTo(holdTold);
                holdTold = !holdTold;
            }
            case OrderEvent.Cancelled cancelled -> assertThat(order.state).isEqualTo(State.CANCELLED);
        }
    }

    private static UUID lead(Appointment visit) {
        return visit.technicians.stream()
                .filter(each -> each.lead)
                .map(each -> each.technicianId)
                .findFirst()
                .orElseThrow();
    }

    /** Each bit of {@code who} stands for a technician. */
    private Team team(int who) {
        Map<UUID, Technician> members = new LinkedHashMap<>();
        for (int i = 0; i < technicians.size(); i++) {
            if ((who >> i & 1) == 1) {
                members.put(technicians.get(i).id(), technicians.get(i));
            }
        }
        return new Team(members, members.keySet().iterator().next(), List.of());
    }

    @Override
    public String toString() {
        return "%s; field %s, closed %s, follow-up %s; dispatch %s"
                .formatted(
                        order.state,
                        field.visits.values(),
                        field.isClosed,
                        field.needsFollowUp,
                        visits.values().stream().map(visit -> visit.state).toList());
    }
}
