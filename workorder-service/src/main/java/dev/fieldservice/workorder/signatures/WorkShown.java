package dev.fieldservice.workorder.signatures;

import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.labour.TimeEntryView;
import dev.fieldservice.workorder.parts.PartUsage;
import dev.fieldservice.workorder.parts.PartUsageView;
import dev.fieldservice.workorder.refrigerants.RefrigerantEntryView;
import dev.fieldservice.workorder.visits.Accounts;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.workorders.JobCard;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderFacts;
import java.util.Comparator;
import java.util.List;

/** Puts together what is shown to a customer of a job. */
final class WorkShown {

    private WorkShown() {}

    static SigningContent of(WorkOrder order, Done done, Outcome ending) {
        WorkOrderFacts facts = order.facts();
        JobCard card = facts.jobCard();
        return new SigningContent(
                SigningContent.FORMAT,
                facts.number(),
                facts.ticketNumber(),
                card.customer().name(),
                card.location().name(),
                card.location().address(),
                card.asset(),
                card.serviceType(),
                card.summary(),
                parts(done.counted()),
                times(done.countedTimes()),
                facts.approver(),
                facts.accounts().tell(facts.remark()) ? null : facts.remark(),
                checklist(order),
                accounts(facts.accounts()),
                refrigerant(done),
                facts.outcome() == null ? ending : facts.outcome(),
                SigningContent.sorted(done.photos()));
    }

    /** Null for a job of no kind in particular, so that what was signed before there were any verifies. */
    private static List<SigningContent.Checked> checklist(WorkOrder order) {
        return order.fulfilment()
                .checklist()
                .flatMap(checklist -> checklist
                        .known()
                        .map(type -> type.checklist().stream()
                                .flatMap(question -> checklist.answer(question.code()).stream()
                                        .map(answer -> SigningContent.Checked.of(question, answer)))
                                .toList()))
                .orElse(null);
    }

    /** Null where there are none, so that what was signed before there were any verifies. */
    private static List<SigningContent.Told> accounts(Accounts given) {
        return given.items().isEmpty()
                ? null
                : given.items().stream().map(SigningContent.Told::of).toList();
    }

    /** Null if there is none. */
    private static List<SigningContent.Refrigerant> refrigerant(Done done) {
        return done.refrigerant().isEmpty()
                ? null
                : done.refrigerant().stream()
                        .map(RefrigerantEntryView::of)
                        .map(SigningContent.Refrigerant::of)
                        .toList();
    }

    private static List<SigningContent.Part> parts(List<PartUsage> usages) {
        return usages.stream()
                .map(PartUsageView::of)
                .map(SigningContent.Part::of)
                .sorted(Comparator.comparing(SigningContent.Part::id))
                .toList();
    }

    private static List<SigningContent.Time> times(List<TimeEntry> entries) {
        return entries.stream()
                .map(TimeEntryView::of)
                .map(SigningContent.Time::of)
                .sorted(Comparator.comparing(SigningContent.Time::id))
                .toList();
    }
}
