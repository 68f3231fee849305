package dev.fieldservice.workorder.labour;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.labour.AcceptedTimes.AcceptedTime;
import dev.fieldservice.workorder.visits.Attendance;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What follows when somebody takes proposals over, as they are or corrected. */
final class Accepting {

    private final Tx tx;
    private final WorkOrder order;
    private final TimesConfig times;

    Accepting(Tx tx, WorkOrder order, TimesConfig times) {
        this.tx = tx;
        this.order = order;
        this.times = times;
    }

    Uni<List<TimeEntry>> accept(AcceptedTimes request) {
        UUID whose = Optional.ofNullable(request.technicianId()).orElse(tx.by().id());
        return Visits.all(tx.session(), order.id())
                .invoke(visits -> requireThere(visits, whose))
                .call(() -> TimeEntries.lockPerson(tx, whose))
                .chain(visits -> TimeProposals.of(tx.session(), visits))
                .map(proposals -> entries(proposals, whose, request.times()));
    }

    private void requireThere(List<Visit> visits, UUID whose) {
        Attendance there = attendance(visits);
        TimeEntry.requireTaken(order, there, tx.by());
        if (there.colleague(whose).isEmpty()) {
            throw TimeEntry.nobodyThere();
        }
    }

    private Attendance attendance(List<Visit> visits) {
        return Attendance.of(visits, tx.by().id());
    }

    private List<TimeEntry> entries(TimeProposals proposals, UUID whose, List<AcceptedTime> accepted) {
        Attendance there = attendance(proposals.visits());
        List<TimeEntry> known = new ArrayList<>(proposals.recorded());
        List<TimeEntry> entries = new ArrayList<>();
        for (int i = 0; i < accepted.size(); i++) {
            TimeEntry entry = entry(proposals.all(), there, whose, "/times/" + i, accepted.get(i));
            if (known.stream().anyMatch(entry::overlaps)) {
                throw TimeEntries.overlap("another work order, or twice here").refused();
            }
            known.add(entry);
            entries.add(entry);
        }
        return entries;
    }

    private TimeEntry entry(
            List<TimeProposal> proposals, Attendance there, UUID whose, String at, AcceptedTime accepted) {
        TimeProposal proposal = proposals.stream()
                .filter(each ->
                        each.technicianId().equals(whose) && each.startedAt().equals(accepted.proposedStart()))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.RuleViolated.at(
                                at + "/proposedStart",
                                "not-proposed",
                                "Nothing is proposed that begins then, or it has been recorded since. Read the proposals again."));
        NewTimeEntry entry = accepted.entry(proposal);
        boolean isCorrected = !proposal.isAs(entry.kind(), entry.startedAt(), entry.endedAt());
        if (isCorrected && accepted.reason() == null) {
            throw Refusal.RuleViolated.at(
                    at + "/reason", "correction-unexplained", "Say why it is recorded otherwise than proposed.");
        }
        Correction correction = isCorrected
                ? new Correction(proposal.kind(), proposal.startedAt(), proposal.endedAt(), accepted.reason())
                : null;
        return TimeEntry.of(at, order, there, entry, correction, times, tx.by());
    }
}
