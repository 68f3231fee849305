package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.hours.Stretch;
import dev.fieldservice.billing.pricing.RuleRef;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a line is there for: what was used or done, and the rule that charges or cuts it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvoiceLineOrigin", description = "What the line is there for")
public record LineOrigin(
        Kind kind,

        @Schema(
                nullable = true,
                description = "The usage; the time entry, the last of a visit for added time, its first for a call-out;"
                        + " the job; absent if a person added it")
        UUID id,

        @Schema(nullable = true, description = "Which visit of the job; the first is 1")
        Integer visit,

        @Schema(nullable = true, description = "Absent if the report does not say it")
        UUID visitId,

        @Schema(nullable = true) UUID technicianId,
        @Schema(nullable = true) String technicianName,
        @Schema(nullable = true) Instant from,
        @Schema(nullable = true) Instant to,

        @Schema(nullable = true, description = "The rule that charges it, or the band that it is cut by")
        RuleRef rule) {

    @Schema(name = "InvoiceLineOriginKind")
    public enum Kind {
        USAGE,
        TIME_ENTRY,
        VISIT,
        JOB,
        /** A person added it. */
        PERSON
    }

    static LineOrigin usage(UUID usage) {
        return new LineOrigin(Kind.USAGE, usage, null, null, null, null, null, null, null);
    }

    static LineOrigin time(Work.Spent entry, Stretch stretch, RuleRef band) {
        return new LineOrigin(
                Kind.TIME_ENTRY,
                entry.entryId(),
                entry.visit(),
                entry.visitId(),
                entry.technicianId(),
                entry.technician(),
                stretch.from(),
                stretch.to(),
                band);
    }

    static LineOrigin journey(Work.Spent entry, RuleRef rule) {
        return new LineOrigin(
                Kind.TIME_ENTRY,
                entry.entryId(),
                entry.visit(),
                entry.visitId(),
                entry.technicianId(),
                entry.technician(),
                entry.startedAt(),
                entry.endedAt(),
                rule);
    }

    static LineOrigin added(Work.Spent last, RuleRef rule) {
        return new LineOrigin(
                Kind.VISIT,
                last.entryId(),
                last.visit(),
                last.visitId(),
                last.technicianId(),
                last.technician(),
                null,
                null,
                rule);
    }

    static LineOrigin visit(Work.Spent first, RuleRef rule) {
        return new LineOrigin(
                Kind.VISIT, first.entryId(), first.visit(), first.visitId(), null, null, null, null, rule);
    }

    static LineOrigin job(UUID order, RuleRef rule) {
        return new LineOrigin(Kind.JOB, order, null, null, null, null, null, null, rule);
    }

    static LineOrigin person() {
        return new LineOrigin(Kind.PERSON, null, null, null, null, null, null, null, null);
    }

    /** For people. */
    String words() {
        return switch (kind) {
            case USAGE -> "Usage " + id;
            case TIME_ENTRY -> "Time entry %s%s, visit %d, %s to %s".formatted(id, who(), visit, from, to);
            case VISIT -> "Visit %d%s, by %s".formatted(visit, who(), rule.words());
            case JOB -> "The job as a whole, by " + rule.words();
            case PERSON -> "Added by a person";
        };
    }

    private String who() {
        return technicianName == null ? "" : " of " + technicianName;
    }
}
