package dev.fieldservice.dispatch.worktypes;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the office enters about a kind of work. */
public record WorkTypeDetails(
        @NotBlank @Size(max = 40) @Pattern(regexp = Text.LINE) @Schema(examples = "LEAK-SERVICE")
        String code,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Probă de etanșeitate și service")
        String name,

        @Size(max = 4)
        @Schema(
                nullable = true,
                description =
                        "Orders of these tickets have it without anybody choosing it; one work type at most is the"
                                + " default of each")
        List<@NotNull ServiceType> defaultFor,

        @NotNull
        @Min(1)
        @Max(20_160)
        @Schema(description = "How long a visit usually takes; proposed where the time is planned")
        Integer expectedMinutes,

        @Size(max = 50)
        @Schema(nullable = true, description = "Required besides those of the ticket", examples = "[\"f-gas\"]")
        List<@NotBlank @Size(max = 64) @Pattern(regexp = "^[a-z0-9-]+$") String> skills,

        @Size(max = 50) @Schema(nullable = true, description = "Taken along where an assignment names no parts")
        List<@NotNull @Valid PlannedPart> plannedParts,

        @Size(max = 40) @Schema(nullable = true, description = "In the order in which they are asked")
        List<@NotNull @Valid ChecklistItem> checklist,

        @Size(max = 5) @Schema(nullable = true) List<@NotNull @Valid Evidence> evidence,

        @NotNull
        @Schema(
                description =
                        "The job is not complete before the customer has signed, or has refused to or was absent and this is"
                                + " recorded")
        Boolean signatureNeeded) {

    public WorkTypeDetails {
        defaultFor = defaultFor == null ? List.of() : defaultFor;
        skills = skills == null ? List.of() : skills;
        plannedParts = plannedParts == null ? List.of() : plannedParts;
        checklist = checklist == null ? List.of() : checklist;
        evidence = evidence == null ? List.of() : evidence;
    }

    /** As it is kept. Refused with 422 where a question or a kind of photo stands twice, or something does not fit together. */
    WorkTypeDetails read() {
        requireOnce(checklist.stream().map(ChecklistItem::code).toList(), "/checklist/%d/code");
        requireOnce(evidence.stream().map(Evidence::kind).toList(), "/evidence/%d/kind");
        List<ChecklistItem> items = new ArrayList<>();
        for (ChecklistItem item : checklist) {
            items.add(item.read("/checklist/" + items.size()));
        }
        return new WorkTypeDetails(
                code,
                name,
                defaultFor.stream().distinct().sorted().toList(),
                expectedMinutes,
                skills.stream().distinct().toList(),
                plannedParts,
                List.copyOf(items),
                evidence,
                signatureNeeded);
    }

    private static void requireOnce(List<?> values, String pointer) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                throw Refusal.RuleViolated.at(
                        pointer.formatted(i), "given-twice", "%s stands there twice.".formatted(values.get(i)));
            }
        }
    }
}
