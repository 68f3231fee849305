package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.worktypes.Answer;
import dev.fieldservice.workorder.worktypes.AnswerValue;
import dev.fieldservice.workorder.worktypes.Checklist;
import dev.fieldservice.workorder.worktypes.PhotoCounts;
import dev.fieldservice.workorder.worktypes.Question;
import dev.fieldservice.workorder.worktypes.SignatureState;
import dev.fieldservice.workorder.worktypes.WorkType;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is asked of a work order by its kind of work, and how much of it is there. */
@Embeddable
public class Fulfilment {

    /** How many photos stand. */
    int photos;

    @JdbcTypeCode(SqlTypes.JSON)
    PhotoCounts photoKinds = PhotoCounts.NONE;

    /** They have signed, or have not and it is recorded why. */
    boolean customerSpoke;

    /** Somebody has worked on site, in whichever visit; to travel is not to work. */
    boolean workBegun;

    /** Null for a job of no kind in particular. */
    @JdbcTypeCode(SqlTypes.JSON)
    Checklist checklist;

    /** What has begun goes on with what it began with, be it nothing. */
    void give(UUID workTypeId, Optional<WorkType> known) {
        if (!workBegun) {
            checklist = workTypeId == null ? null : Checklist.of(workTypeId, known);
        }
    }

    /** Somebody has begun to work: from now on nothing else is asked. */
    void begin() {
        workBegun = true;
        if (checklist != null && !checklist.begun()) {
            checklist = checklist.begin();
        }
    }

    /** Empty for a job of no kind in particular. */
    public Optional<Checklist> checklist() {
        return Optional.ofNullable(checklist);
    }

    /** Null for a job of no kind in particular. */
    UUID workTypeId() {
        return checklist().map(Checklist::workTypeId).orElse(null);
    }

    /** How many stand. */
    public int photos() {
        return photos;
    }

    /** Those that stand. */
    public PhotoCounts photoKinds() {
        return photoKinds;
    }

    public void photoTaken(String kind) {
        countPhotos(kind, 1);
    }

    /** The question that it answered is open again. */
    public void photoWithdrawn(String kind, UUID photo) {
        countPhotos(kind, -1);
        if (checklist != null && checklist.hasPhoto(photo)) {
            checklist = checklist.withoutPhoto(photo);
        }
    }

    private void countPhotos(String kind, int more) {
        photos += more;
        photoKinds = photoKinds.with(kind, more);
    }

    /** It is recorded what the customer said to the work. */
    public void customerSpoke() {
        customerSpoke = true;
    }

    /** What the customer said was about other work, or is found fault with. */
    void askCustomerAgain() {
        customerSpoke = false;
    }

    /** The customer has to be asked, and has said something. */
    public boolean hangsOnSignature() {
        return customerSpoke
                && checklist()
                        .flatMap(Checklist::known)
                        .filter(WorkType::signatureNeeded)
                        .isPresent();
    }

    /**
     * All that has to be there before it is complete, and is not.
     *
     * @param last how what the customer said last stands to it
     */
    public List<FieldError> missing(SignatureState last) {
        SignatureState said = customerSpoke ? last : SignatureState.MISSING;
        return checklist().map(asked -> asked.missing(photoKinds, said)).orElse(List.of());
    }

    /** Refused with 422 where something is missing; names all of it. */
    public void requireComplete(SignatureState last) {
        List<FieldError> missing = missing(last);
        if (!missing.isEmpty()) {
            String all = missing.stream().map(FieldError::detail).collect(Collectors.joining(" "));
            throw new Refusal.RuleViolated("job-incomplete", "Something is missing. " + all, missing).refused();
        }
    }

    /** Refused with 422 where it cannot be completed and nobody says why. */
    public void requireReason(String remark) {
        if (checklist != null && remark == null) {
            throw Refusal.RuleViolated.at("/remark", "reason-missing", "Say why it cannot be completed.");
        }
    }

    /** Refused with 422 where such a thing is not asked, or not answered like that. */
    public static void answer(WorkOrder order, String itemCode, AnswerValue value, Instant at, By by) {
        order.require(order.isOpen(), "answers", by);
        Fulfilment work = order.fulfilment;
        WorkType asked = work.checklist()
                .flatMap(Checklist::known)
                .orElseThrow(() -> new Refusal.RuleViolated("no-checklist", "Nothing is asked of this job.").refused());
        order.require(work.checklist.begun(), "answers", by);
        Question question = asked.question(itemCode)
                .orElseThrow(() -> Refusal.RuleViolated.unknown("/itemCode", "question on this job"));
        Answer answer = question.answered(value, by.id(), by.caller().name(), at);
        order.recorded(by);
        order.note("ANSWER", at, question.question() + ": " + answer.words(), by);
        work.checklist = work.checklist.with(answer);
    }
}
