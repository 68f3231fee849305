package dev.fieldservice.workorder.worktypes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What this service needs of {@code work-type-defined}, and keeps: what has to be there before such a job is complete. */
public record WorkType(
        UUID workTypeId,
        long workTypeVersion,
        String code,
        String name,
        List<Question> checklist,
        List<Evidence> evidence,
        boolean signatureNeeded) {

    public Optional<Question> question(String itemCode) {
        return checklist.stream()
                .filter(question -> question.code().equals(itemCode))
                .findFirst();
    }
}
