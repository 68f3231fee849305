package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.orders.AppointmentLifecycle.State;
import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the field tells of one visit, and what follows for it and for those who go: what has happened wins over the plan. */
record FieldNews(Appointment visit, By by) {

    /**
     * False if this is older than what is known, or answers a plan that no longer stands.
     *
     * @param isOrderClosed after that only the ends that were still on their way count
     */
    boolean progressed(VisitProgressed step, boolean isOrderClosed, Concerned concerned) {
        boolean isEnd = step.state().isFinished();
        visit.endsHeard += isEnd ? 1 : 0;
        if (!isNews(step)) {
            return false;
        }
        visit.progressVersion = step.progressVersion();
        if (visit.endsReported > visit.endsHeard || isOrderClosed && !isEnd) {
            return false;
        }
        if (step.state().isAnswer() && !isAnsweredBy(step)) {
            if (isDropOutOfWhatNobodyHas(step)) {
                visit.technicians.removeIf(one -> one.technicianId.equals(step.technicianId()));
            }
            visit.say("ANSWER_TOO_LATE", step.occurredAt(), step.reason(), by);
            return false;
        }
        if (step.crewGoesOn() && mayLose(step.technicianId())) {
            lose(step);
            return true;
        }
        boolean neverCame = visit.state == State.TRAVELLING && isEnd && step.state() != State.COMPLETED;
        boolean gaveItsTimeAway = visit.gaveItsTimeAway();
        boolean isStaffedAnew = staff(step, concerned);
        record(step.state(), step.occurredAt(), step.reason());
        if (neverCame || visit.state == State.REJECTED) {
            visit.giveUpHour();
        }
        boolean needsItsTime =
                visit.state.isAtWork() || visit.state.isUnderWay() && visit.times.endsAt.isAfter(by.at());
        if (needsItsTime && gaveItsTimeAway) {
            visit.technicians.forEach(one -> one.holdAgain(concerned.busy().contains(one.technicianId)));
        }
        if (isStaffedAnew || needsItsTime && gaveItsTimeAway) {
            sayBusy();
        }
        return true;
    }

    /** Those whose time this step takes that did not take it by the plan, or to whom it gives the visit back. */
    List<UUID> concerned(VisitProgressed step) {
        List<UUID> ids = new ArrayList<>(visit.gaveItsTimeAway() ? visit.technicianIds() : List.of());
        if (isNews(step) && isBySomebodyElse(step)) {
            ids.add(step.technicianId());
        }
        if (isNews(step) && isTurningBack(step) && visit.meantFor != null) {
            ids.addAll(visit.meantFor.technicianIds());
        }
        return ids;
    }

    private boolean isNews(VisitProgressed step) {
        return step.progressVersion() > visit.progressVersion;
    }

    /** Who turns back does so whatever was planned meanwhile; who has an older plan answers that. */
    private boolean isAnsweredBy(VisitProgressed step) {
        boolean isToThisPlan = visit.isFor(step.technicianId()) && !step.isOfPlanBefore(visit.assignmentVersion);
        return visit.state.takesAnswer(step.state()) && (visit.state.isOnTheWay() || isToThisPlan);
    }

    /** Should somebody be on the way after all, the one who dropped out before is not, unless told to go once more since. */
    private boolean isDropOutOfWhatNobodyHas(VisitProgressed step) {
        return (visit.state == State.CANCELLED || visit.state == State.REJECTED)
                && step.crewGoesOn()
                && !step.isOfPlanBefore(visit.toldVersion)
                && mayLose(step.technicianId());
    }

    private boolean isTurningBack(VisitProgressed step) {
        return visit.state.isOnTheWay() && step.state() == State.ACCEPTED;
    }

    /** Somebody sets out who does not go by the plan. */
    private boolean isBySomebodyElse(VisitProgressed step) {
        return setsOut(step) && !visit.isFor(step.technicianId());
    }

    /** The first step is a setting out, whatever it is; to go on with what rests, or to end it, is none. */
    private boolean setsOut(VisitProgressed step) {
        boolean isFirst = (step.state().isUnderWay() || step.state().isFinished()) && new Staff(visit).isPlanOnly();
        return isFirst || step.state().isAtWork() && visit.state != State.PAUSED;
    }

    /** Who sets out has it, whoever was planned meanwhile; who turns back leaves it to those. True if others go now. */
    private boolean staff(VisitProgressed step, Concerned concerned) {
        if (isTurningBack(step)) {
            return turnBack(concerned);
        }
        if (!setsOut(step)) {
            return false;
        }
        boolean isNew = !visit.isFor(step.technicianId()) && concerned.people().containsKey(step.technicianId());
        if (isNew) {
            enter(step, concerned);
        }
        visit.technicians.stream()
                .filter(one -> one.technicianId.equals(step.technicianId()))
                .forEach(one -> one.setOut = true);
        return isNew;
    }

    /** Whoever sets out after others goes with them; who is the first goes instead of those who were to go. */
    private void enter(VisitProgressed step, Concerned concerned) {
        Staff staff = new Staff(visit);
        UUID who = step.technicianId();
        String name = concerned.people().get(who).name();
        if (staff.isPlanOnly()) {
            visit.say("SET_OUT_INSTEAD", step.occurredAt(), name + ", not " + staff.names(), by);
            visit.meantFor = new MeantFor(visit.technicianIds(), staff.lead());
            staff.become(List.of(who), who, visit.window(), concerned);
        } else {
            visit.say("SET_OUT_TOO", step.occurredAt(), name, by);
            List<UUID> all = new ArrayList<>(visit.technicianIds());
            all.add(who);
            staff.become(all, staff.lead(), visit.window(), concerned);
        }
    }

    private boolean turnBack(Concerned concerned) {
        visit.technicians.forEach(one -> one.setOut = false);
        MeantFor others = visit.meantFor;
        visit.meantFor = null;
        if (others != null) {
            new Staff(visit).become(others.technicianIds(), others.leadId(), visit.window(), concerned);
        }
        return others != null;
    }

    /** The lead answers for the crew, and nobody goes if nobody is left. */
    private boolean mayLose(UUID technicianId) {
        return visit.technicians.size() > 1 && !new Staff(visit).lead().equals(technicianId);
    }

    private void lose(VisitProgressed step) {
        String name = visit.technicians.stream()
                .filter(one -> one.technicianId.equals(step.technicianId()))
                .map(one -> one.name)
                .findFirst()
                .orElseThrow();
        visit.giveBack();
        visit.technicians.removeIf(one -> one.technicianId.equals(step.technicianId()));
        String why = step.reason() == null ? "" : ": " + step.reason();
        visit.say("DROPPED_OUT", step.occurredAt(), name + why, by);
    }

    private void sayBusy() {
        String names = visit.technicians.stream()
                .filter(one -> one.doubleBooked)
                .map(one -> one.name)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            visit.say("DOUBLE_BOOKED", by.at(), names + ": has another appointment at this time", by);
        }
    }

    /** True if the report is about the last end of this visit, and not about one from before it was sent back. */
    boolean reportedDone(JobCompleted job) {
        State outcome = job.outcome().visit();
        visit.endsReported++;
        visit.endVersion = Math.max(visit.endVersion, visit.endVersion(job));
        if (visit.endsReported > visit.endsHeard && visit.state != outcome) {
            record(outcome, job.completedAt(), null);
        }
        return visit.endsReported > visit.endsHeard
                || visit.endsReported == visit.endsHeard && visit.state.isFinished();
    }

    /** What has not begun will not take place; what has, ended as the job did. */
    void jobClosed(State outcome, Instant at) {
        if (visit.state.isPlanned()) {
            visit.cancel(by, "The job was closed");
        } else if (visit.state.isUnderWay()) {
            record(outcome, at, null);
        }
    }

    private void record(State newest, Instant at, String why) {
        visit.reach(newest, by, at, why);
        Instant before = visit.times.expectedEnd();
        visit.times.heard(newest, at);
        visit.leavePlan();
        Instant end = visit.times.expectedEnd();
        if (newest.isFinished() || newest == State.REJECTED) {
            visit.giveBack();
            visit.release();
        } else if (end.isBefore(before)) {
            visit.giveBack();
        } else if (end.isAfter(before)) {
            visit.takeLonger();
        }
    }
}
