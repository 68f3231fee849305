package dev.fieldservice.workorder.workorders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a work order should be: visits that each stand somewhere, people who have it, and a review. The model of the walk. */
final class ExpectedWork {

    private static final Set<String> REPLACEABLE = Set.of("ASSIGNED", "ACCEPTED", "REJECTED", "CANCELLED");
    private static final Set<String> OCCUPYING = Set.of("TRAVELLING", "ON_SITE", "IN_PROGRESS");
    private static final Set<String> PLANNED = Set.of("ASSIGNED", "ACCEPTED");
    private static final Set<String> OVER = Set.of("COMPLETED", "PARTIALLY_COMPLETED", "CANNOT_COMPLETE");
    private static final Set<String> BEFORE_WORK = Set.of("ASSIGNED", "ACCEPTED", "TRAVELLING", "ON_SITE");
    private static final Set<String> ON_THE_WAY = Set.of("TRAVELLING", "ON_SITE");
    private static final Set<String> AT_WORK = Set.of("IN_PROGRESS", "PAUSED");

    /** One visit as it went. */
    private static final class Visit {
        String state = "ASSIGNED";
        final Set<UUID> setOut = new LinkedHashSet<>();
        final Set<UUID> there = new HashSet<>();
        boolean hasWorkBegun;
        boolean isHandedOver;
        List<UUID> crewAtTheEnd = List.of();
    }

    private final Map<Integer, Visit> visits = new LinkedHashMap<>();
    private final Set<UUID> involved = new HashSet<>();
    private final Map<Integer, Integer> assigned = new HashMap<>();
    private final Map<Integer, Integer> withdrawn = new HashMap<>();
    private int planned = 1;
    private int current;
    private int window;
    List<UUID> crew = List.of();
    boolean isClosed;
    boolean needsFollowUp;
    int closures;

    /** Finance has sent it back; a person has done something to it since. */
    private boolean isReturned;

    private boolean isBegun;

    ExpectedWork(int visit, List<UUID> crew) {
        visits.put(visit, new Visit());
        assigned.put(visit, planned);
        current = visit;
        take(crew);
    }

    /** True for what is newer than all that gave this visit to somebody, and was not taken back since. */
    boolean isNews(int visit, int version) {
        boolean isNewer = version > assigned.getOrDefault(visit, 0);
        boolean isAlive = visit == current && (isUnderWay() || isOccupying() || PLANNED.contains(visitState()));
        assigned.merge(visit, version, Math::max);
        return isNewer && (isAlive || version >= withdrawn.getOrDefault(visit, 0));
    }

    boolean isNewWithdrawal(int visit, int version) {
        boolean isNewer = version > withdrawn.getOrDefault(visit, 0) && version >= assigned.getOrDefault(visit, 0);
        withdrawn.merge(visit, version, Math::max);
        return isNewer;
    }

    void assign(int visit, List<UUID> people, int when, int version) {
        Visit now = visits.get(current);
        if (REPLACEABLE.contains(now.state) && version < planned) {
            return;
        }
        boolean isOver = visits.containsKey(visit) && OVER.contains(visits.get(visit).state);
        boolean isFree = REPLACEABLE.contains(now.state) || isCompleted() && needsFollowUp;
        boolean isTooLate =
                visit == current ? !REPLACEABLE.contains(now.state) && !people.containsAll(now.setOut) : !isFree;
        if (isOver || isTooLate) {
            return;
        }
        boolean isSamePlan = Set.copyOf(crew).equals(Set.copyOf(people)) && window == when;
        if (visit != current) {
            if (REPLACEABLE.contains(now.state)) {
                now.state = "CANCELLED";
            }
            visits.computeIfAbsent(visit, id -> new Visit()).state = "ASSIGNED";
            current = visit;
            needsFollowUp = false;
        } else if (REPLACEABLE.contains(now.state) && !(now.state.equals("ACCEPTED") && isSamePlan)) {
            now.state = "ASSIGNED";
        }
        planned = version;
        window = when;
        take(people);
        if (!REPLACEABLE.contains(visitState())) {
            visits.get(current).there.addAll(people);
        }
    }

    /** True if nobody has it afterwards who had it for this visit. */
    boolean unassign(int version) {
        Visit now = visits.get(current);
        if (version < planned) {
            return false;
        }
        if (state().equals("CANCELLED")) {
            planned = version;
            return true;
        }
        if (!state().equals("ASSIGNED") || !REPLACEABLE.contains(now.state)) {
            return false;
        }
        planned = version;
        now.state = "CANCELLED";
        Optional<Integer> earlier = new ArrayList<>(visits.keySet())
                .reversed().stream()
                        .filter(id -> OVER.contains(visits.get(id).state))
                        .findFirst();
        crew = earlier.map(id -> visits.get(id).crewAtTheEnd).orElse(List.of());
        needsFollowUp = earlier.isPresent();
        current = earlier.orElse(current);
        return true;
    }

    /** True if the step of a technician is one that can be taken now. */
    boolean step(String step, UUID who) {
        Visit now = visits.get(current);
        if (step.equals("reject") && dropsOut(who)) {
            crew = crew.stream().filter(one -> !one.equals(who)).toList();
            return true;
        }
        String next = isClosed ? null : next(now.state, step);
        if (next == null) {
            return false;
        }
        now.state = next;
        boolean isFirstWork = step.equals("resume") && !now.hasWorkBegun;
        if (Set.of("travel", "arrive", "start").contains(step) || isFirstWork) {
            now.setOut.add(who);
        }
        now.hasWorkBegun |= Set.of("start", "resume").contains(step);
        if (OCCUPYING.contains(next)) {
            now.there.addAll(crew);
        }
        if (OVER.contains(next)) {
            now.crewAtTheEnd = crew;
            needsFollowUp = next.equals("PARTIALLY_COMPLETED") || step.equals("abort");
        }
        now.isHandedOver |= step.equals("hand-over");
        if (step.equals("turn-back")) {
            now.setOut.clear();
        }
        return true;
    }

    /** The first one leads. */
    private boolean dropsOut(UUID who) {
        boolean mayReject = !isClosed && Set.of("ASSIGNED", "ACCEPTED").contains(visitState());
        return mayReject && crew.size() > 1 && !crew.getFirst().equals(who);
    }

    private static String next(String state, String step) {
        return switch (step) {
            case "accept" -> state.equals("ASSIGNED") ? "ACCEPTED" : null;
            case "reject" -> Set.of("ASSIGNED", "ACCEPTED").contains(state) ? "REJECTED" : null;
            case "travel" -> Set.of("ASSIGNED", "ACCEPTED").contains(state) ? "TRAVELLING" : null;
            case "arrive" -> BEFORE_WORK.contains(state) && !state.equals("ON_SITE") ? "ON_SITE" : null;
            case "start" -> BEFORE_WORK.contains(state) ? "IN_PROGRESS" : null;
            case "pause" -> state.equals("IN_PROGRESS") ? "PAUSED" : null;
            case "resume" -> state.equals("PAUSED") ? "IN_PROGRESS" : null;
            case "COMPLETE" -> AT_WORK.contains(state) ? "COMPLETED" : null;
            case "INCOMPLETE" -> AT_WORK.contains(state) ? "PARTIALLY_COMPLETED" : null;
            case "CANNOT_COMPLETE" -> AT_WORK.contains(state) ? "CANNOT_COMPLETE" : null;
            case "hand-over" -> AT_WORK.contains(state) || OCCUPYING.contains(state) ? "PARTIALLY_COMPLETED" : null;
            case "turn-back" -> ON_THE_WAY.contains(state) ? "ACCEPTED" : null;
            case "abort" -> ON_THE_WAY.contains(state) ? "CANNOT_COMPLETE" : null;
            default -> throw new IllegalArgumentException(step);
        };
    }

    boolean sendBack(UUID reviewer) {
        boolean isTaken = isCompleted() && !involved.contains(reviewer);
        if (isTaken) {
            visits.get(current).state = "PAUSED";
            visits.get(current).isHandedOver = false;
            needsFollowUp = false;
        }
        return isTaken;
    }

    boolean approve(UUID reviewer, boolean waivesFollowUp) {
        boolean isTaken = isCompleted() && !involved.contains(reviewer) && (waivesFollowUp || !needsFollowUp);
        isClosed |= isTaken;
        closures += isTaken ? 1 : 0;
        isReturned &= !isTaken;
        return isTaken;
    }

    /** True if it is open again by that. */
    boolean comesBack() {
        boolean isTaken = isClosed;
        isReturned |= isTaken;
        isBegun &= !isTaken;
        isClosed = false;
        return isTaken;
    }

    /** Finance takes the last return back; true if it is closed as it was. */
    boolean staysAsItWas() {
        boolean isTaken = isReturned && !isBegun && isCompleted();
        isClosed |= isTaken;
        closures += isTaken ? 1 : 0;
        isReturned &= !isTaken;
        return isTaken;
    }

    void touched(boolean isTaken) {
        isBegun |= isTaken;
    }

    String state() {
        return isClosed
                ? "CLOSED"
                : switch (visitState()) {
                    case "ASSIGNED", "ACCEPTED", "REJECTED", "TRAVELLING", "ON_SITE" -> "ASSIGNED";
                    case "IN_PROGRESS", "PAUSED", "CANCELLED" -> visitState();
                    default -> "COMPLETED";
                };
    }

    String visitState() {
        return visits.get(current).state;
    }

    boolean isCompleted() {
        return state().equals("COMPLETED");
    }

    boolean isUnderWay() {
        return !isClosed && AT_WORK.contains(visitState());
    }

    boolean mayRecordTime(UUID who) {
        return !isClosed && visits.values().stream().anyMatch(visit -> visit.there.contains(who));
    }

    boolean mayRecordParts(UUID who) {
        return !isClosed
                && visits.values().stream()
                        .anyMatch(visit -> visit.there.contains(who)
                                && (visit.hasWorkBegun || visit.isHandedOver || AT_WORK.contains(visit.state)));
    }

    boolean isOccupying() {
        return OCCUPYING.contains(visitState());
    }

    /** Who holds a place in the database while somebody travels or works. */
    Optional<UUID> active() {
        return isOccupying() ? visits.get(current).setOut.stream().findFirst() : Optional.empty();
    }

    private void take(List<UUID> people) {
        crew = people;
        involved.addAll(people);
    }
}
