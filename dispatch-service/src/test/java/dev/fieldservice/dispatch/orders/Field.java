package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.orders.AppointmentLifecycle.State;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/** What technicians and reviewers do, as far as dispatch hears of it: stands for the execution service. */
final class Field {

    static final List<String> STEPS = List.of(
            "accept",
            "reject",
            "travel",
            "start",
            "pause",
            "COMPLETE",
            "INCOMPLETE",
            "CANNOT_COMPLETE",
            "hand over",
            "turn back",
            "abort",
            "drop out",
            "send back",
            "approve");

    final Queue<VisitProgressed> progressed = new ArrayDeque<>();
    final Queue<JobCompleted> completed = new ArrayDeque<>();
    final Queue<Outcome> closed = new ArrayDeque<>();

    final Map<UUID, State> visits = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> crews = new HashMap<>();
    private final Map<UUID, UUID> leads = new HashMap<>();
    private final Set<UUID> setOut = new HashSet<>();
    private final UUID order;
    private final Map<UUID, Long> assigned = new HashMap<>();
    private final Map<UUID, Long> withdrawn = new HashMap<>();
    private long newest;
    private long version;
    private Outcome outcome = Outcome.COMPLETE;
    UUID current;
    boolean needsFollowUp;
    boolean isClosed;

    Field(UUID order) {
        this.order = order;
    }

    void hear(OrderEvent.Assigned plan, UUID visit, Set<UUID> crew, UUID lead) {
        long decision = plan.assignmentVersion();
        boolean isKnown = decision <= assigned(visit);
        boolean isTakenBack = decision < withdrawn(visit) && !(visit.equals(current) && isAlive());
        assigned.merge(visit, decision, Math::max);
        if (isKnown || isTakenBack || isTooLate(visit, crew, decision)) {
            return;
        }
        if (!visit.equals(current)) {
            if (current != null && isReplaceable()) {
                visits.put(current, State.CANCELLED);
            }
            current = visit;
            needsFollowUp = false;
            setOut.clear();
            visits.put(visit, State.DISPATCHED);
        } else if (isReplaceable()) {
            visits.put(visit, State.DISPATCHED);
        }
        newest = decision;
        crews.put(visit, crew);
        leads.put(visit, lead);
    }

    private boolean isTooLate(UUID visit, Set<UUID> crew, long decision) {
        if (visits.containsKey(visit) && visits.get(visit).isFinished()) {
            return true;
        }
        if (current == null) {
            return withdrawn.values().stream().anyMatch(later -> later > decision);
        }
        if (isReplaceable()) {
            return decision < newest;
        }
        return visit.equals(current)
                ? !crew.containsAll(setOut)
                : !(state().isFinished() && needsFollowUp && !isClosed);
    }

    void hear(OrderEvent.Unassigned withdrawal) {
        UUID visit = withdrawal.appointmentId();
        long decision = withdrawal.assignmentVersion();
        boolean isKnown = decision <= withdrawn(visit) || decision < assigned(visit);
        withdrawn.merge(visit, decision, Math::max);
        if (!isKnown && current != null && isReplaceable() && decision > newest) {
            newest = decision;
            visits.put(current, State.CANCELLED);
            Optional<UUID> earlier = new ArrayList<>(visits.keySet())
                    .reversed().stream()
                            .filter(id -> visits.get(id).isFinished())
                            .findFirst();
            needsFollowUp = earlier.isPresent();
            current = earlier.orElse(current);
        }
    }

    private long assigned(UUID visit) {
        return assigned.getOrDefault(visit, 0L);
    }

    private long withdrawn(UUID visit) {
        return withdrawn.getOrDefault(visit, 0L);
    }

    /** Nothing happens where the step cannot be taken now. */
    void step(String step) {
        if (step.equals("drop out")) {
            dropOut();
            return;
        }
        State next = current == null || isClosed ? null : next(step);
        if (next == null) {
            return;
        }
        UUID who = crews.get(current).iterator().next();
        if (step.equals("approve")) {
            isClosed = true;
            closed.add(outcome);
            return;
        }
        boolean isSettingOut = next.isAtWork() && state() != State.PAUSED;
        visits.put(current, next);
        if (isSettingOut) {
            setOut.add(who);
        }
        if (step.equals("turn back")) {
            setOut.clear();
        }
        needsFollowUp = next == State.PARTIALLY_COMPLETED || step.equals("abort");
        tell(next, who, false);
        if (next.isFinished()) {
            outcome = next == State.COMPLETED
                    ? Outcome.COMPLETE
                    : next == State.PARTIALLY_COMPLETED ? Outcome.INCOMPLETE : Outcome.CANNOT_COMPLETE;
            completed.add(
                    new JobCompleted(order, current, outcome, needsFollowUp, null, null, Instant.EPOCH, null, version));
        }
    }

    /** One of a crew cannot go, the others can. */
    private void dropOut() {
        if (current == null || isClosed || !state().isOpen() || crew().size() == 1) {
            return;
        }
        Set<UUID> others = new HashSet<>(crew());
        UUID who = others.stream()
                .filter(one -> !one.equals(leads.get(current)))
                .findFirst()
                .orElseThrow();
        others.remove(who);
        crews.put(current, others);
        tell(State.REJECTED, who, true);
    }

    private void tell(State state, UUID who, boolean crewGoesOn) {
        progressed.add(new VisitProgressed(
                order, current, ++version, state, who, Instant.EPOCH, null, "Because", crewGoesOn, assigned(current)));
    }

    private State next(String step) {
        boolean isPlanned = state().isOpen();
        boolean isAtWork = state() == State.IN_PROGRESS || state() == State.PAUSED;
        return switch (step) {
            case "accept" -> state() == State.DISPATCHED ? State.ACCEPTED : null;
            case "reject" -> isPlanned ? State.REJECTED : null;
            case "travel" -> isPlanned ? State.TRAVELLING : null;
            case "start" ->
                isPlanned || state() == State.TRAVELLING || state() == State.PAUSED ? State.IN_PROGRESS : null;
            case "pause" -> state() == State.IN_PROGRESS ? State.PAUSED : null;
            case "COMPLETE" -> isAtWork ? State.COMPLETED : null;
            case "INCOMPLETE" -> isAtWork ? State.PARTIALLY_COMPLETED : null;
            case "CANNOT_COMPLETE" -> isAtWork ? State.CANNOT_COMPLETE : null;
            case "hand over" -> state().isUnderWay() ? State.PARTIALLY_COMPLETED : null;
            case "turn back" -> state() == State.TRAVELLING ? State.ACCEPTED : null;
            case "abort" -> state() == State.TRAVELLING ? State.CANNOT_COMPLETE : null;
            case "send back" -> state().isFinished() ? State.PAUSED : null;
            case "approve" -> state().isFinished() ? state() : null;
            default -> throw new IllegalArgumentException(step);
        };
    }

    State state() {
        return visits.get(current);
    }

    Set<UUID> crew() {
        return crews.get(current);
    }

    private boolean isAlive() {
        return state().isOpen() || state().isUnderWay();
    }

    private boolean isReplaceable() {
        return state().isOpen() || state() == State.REJECTED || state() == State.CANCELLED;
    }
}
