package dev.fieldservice.workorder.worktypes;

import dev.fieldservice.platform.problems.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is asked of one job: the work type in the version that it begins with, and the answers that stand. Kept with the job as a
 * whole, so that neither a step nor the screen looks for it elsewhere.
 *
 * @param type the newest that is known until work begins, and what it was then afterwards; null if nothing was heard of it yet
 * @param begun somebody has begun to work
 */
public record Checklist(UUID workTypeId, WorkType type, boolean begun, List<Answer> answers) {

    public static Checklist of(UUID workTypeId, Optional<WorkType> known) {
        return new Checklist(workTypeId, known.orElse(null), false, List.of());
    }

    public Checklist begin() {
        return new Checklist(workTypeId, type, true, answers);
    }

    /** The later one stands: a phone out of reach may tell of its own after another's. */
    public Checklist with(Answer given) {
        boolean isOutdated = answer(given.itemCode()).filter(given::isBefore).isPresent();
        Stream<Answer> others = answers.stream().filter(one -> !one.itemCode().equals(given.itemCode()));
        return isOutdated
                ? this
                : new Checklist(
                        workTypeId,
                        type,
                        begun,
                        Stream.concat(others, Stream.of(given)).toList());
    }

    /** A question is open again when the photo that answered it was withdrawn. */
    public Checklist withoutPhoto(UUID photo) {
        return new Checklist(
                workTypeId,
                type,
                begun,
                answers.stream()
                        .filter(one -> !photo.equals(one.value().photoId()))
                        .toList());
    }

    public boolean hasPhoto(UUID photo) {
        return answers.stream().anyMatch(one -> photo.equals(one.value().photoId()));
    }

    public Optional<Answer> answer(String itemCode) {
        return answers.stream().filter(one -> one.itemCode().equals(itemCode)).findFirst();
    }

    /** What it is asked of, as soon as that is known. */
    public Optional<WorkType> known() {
        return Optional.ofNullable(type);
    }

    /**
     * All that has to be there before the job is complete, and is not: {@code /checklist/<code>}, {@code /evidence/<kind>} and
     * {@code /signature}.
     */
    public List<FieldError> missing(PhotoCounts photos, SignatureState last) {
        return known().map(asked -> Stream.of(questions(asked), photos(asked, photos), signature(asked, last))
                        .flatMap(each -> each)
                        .toList())
                .orElse(List.of());
    }

    private Stream<FieldError> questions(WorkType asked) {
        return asked.checklist().stream()
                .filter(question ->
                        question.required() && answer(question.code()).isEmpty())
                .map(question -> new FieldError(
                        "/checklist/" + question.code(), "answer-missing", "Not answered: " + question.question()));
    }

    private static Stream<FieldError> photos(WorkType asked, PhotoCounts there) {
        return asked.evidence().stream()
                .filter(wanted -> there.of(wanted.kind()) < wanted.count())
                .map(wanted -> new FieldError(
                        "/evidence/" + wanted.kind(),
                        "photos-missing",
                        "Photos %s: %d of %d.".formatted(wanted.kind(), there.of(wanted.kind()), wanted.count())));
    }

    private static Stream<FieldError> signature(WorkType asked, SignatureState last) {
        return asked.signatureNeeded()
                ? switch (last) {
                    case STANDS -> Stream.of();
                    case MISSING ->
                        signature(
                                "signature-missing",
                                "The customer has not signed, and neither that they refuse to nor that nobody was there is recorded.");
                    case OUTDATED ->
                        signature(
                                "signature-outdated",
                                "What the customer said was about an earlier content of the job, which has changed since. Show it again.");
                }
                : Stream.of();
    }

    private static Stream<FieldError> signature(String code, String detail) {
        return Stream.of(new FieldError("/signature", code, detail));
    }
}
