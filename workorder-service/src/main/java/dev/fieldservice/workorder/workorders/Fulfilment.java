package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.worktypes.Answer;
import dev.fieldservice.workorder.worktypes.AnswerValue;
import dev.fieldservice.workorder.worktypes.Checklist;
import dev.fieldservice.workorder.worktypes.PhotoCounts;
import dev.fieldservice.workorder.worktypes.Question;
import dev.fieldservice.workorder.worktypes.WorkType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the work type of a work order asks for, and how much of it is there. */
public final class Fulfilment {

    private Fulfilment() {}

    /** What has begun goes on with what it began with, be it nothing. */
    static void give(WorkOrder order, UUID workTypeId, Optional<WorkType> known) {
        if (!order.workBegun) {
            order.checklist = workTypeId == null ? null : Checklist.of(workTypeId, known);
        }
    }

    /** Somebody has begun to work: from now on nothing else is asked. */
    static void begin(WorkOrder order) {
        order.workBegun = true;
        if (order.checklist != null && !order.checklist.begun()) {
            order.checklist = order.checklist.begin();
        }
    }

    /** Empty for a job of no kind in particular. */
    public static Optional<Checklist> checklist(WorkOrder order) {
        return Optional.ofNullable(order.checklist);
    }

    /** Those that stand. */
    public static PhotoCounts photos(WorkOrder order) {
        return order.photoKinds;
    }

    /** All that has to be there before it is complete, and is not. */
    public static List<FieldError> missing(WorkOrder order) {
        return checklist(order)
                .map(checklist -> checklist.missing(order.photoKinds, order.customerSpoke))
                .orElse(List.of());
    }

    /** Refused with 422 where something is missing; names all of it. */
    public static void requireComplete(WorkOrder order) {
        List<FieldError> missing = missing(order);
        if (!missing.isEmpty()) {
            String all = missing.stream().map(FieldError::detail).collect(Collectors.joining(" "));
            throw new Refusal.RuleViolated("job-incomplete", "Something is missing. " + all, missing).refused();
        }
    }

    /** Refused with 422 where it cannot be completed and nobody says why. */
    public static void requireReason(WorkOrder order, String remark) {
        if (order.checklist != null && remark == null) {
            throw Refusal.RuleViolated.at("/remark", "reason-missing", "Say why it cannot be completed.");
        }
    }

    /** Refused with 422 where such a thing is not asked, or not answered like that. */
    public static void answer(WorkOrder order, String itemCode, AnswerValue value, Instant at, By by) {
        order.require(order.isOpen(), "answers", by);
        WorkType asked = checklist(order)
                .flatMap(Checklist::known)
                .orElseThrow(() -> new Refusal.RuleViolated("no-checklist", "Nothing is asked of this job.").refused());
        order.require(order.checklist.begun(), "answers", by);
        Question question = asked.question(itemCode)
                .orElseThrow(() -> Refusal.RuleViolated.unknown("/itemCode", "question on this job"));
        Answer answer = question.answered(value, by.id(), by.caller().name(), at);
        order.recorded(by);
        order.note("ANSWER", at, question.question() + ": " + answer.words(), by);
        order.checklist = order.checklist.with(answer);
    }

    /** The question that it answered is open again. */
    public static void photoWithdrawn(WorkOrder order, UUID photo) {
        if (order.checklist != null && order.checklist.hasPhoto(photo)) {
            order.checklist = order.checklist.withoutPhoto(photo);
        }
    }
}
