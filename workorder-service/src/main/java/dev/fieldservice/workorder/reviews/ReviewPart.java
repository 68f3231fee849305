package dev.fieldservice.workorder.reviews;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.workorder.parts.KnownPart;
import dev.fieldservice.workorder.parts.PartUsage;
import dev.fieldservice.workorder.parts.PartUsageView;
import dev.fieldservice.workorder.visits.Assignment.PlannedPart;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;

/** A part as it was planned for all visits of a job, and as it was used in them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReviewPart")
public record ReviewPart(
        UUID partId,

        @Schema(nullable = true, description = "Absent where this service has not heard of the part")
        String partNumber,

        @Schema(nullable = true) String partName,
        String unit,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "To be taken along; decimal string")
        BigDecimal planned,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "And not taken back; decimal string")
        BigDecimal used,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "Used less planned; decimal string")
        BigDecimal difference) {

    private static final int SCALE = 3;
    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(SCALE);

    private record Key(UUID partId, String unit) {}

    /** In the order of the plan, and then of the work; what is used says itself how it is called. */
    static Uni<List<ReviewPart>> of(Mutiny.Session session, List<PlannedPart> planned, List<PartUsage> used) {
        Map<Key, ReviewPart> rows = new LinkedHashMap<>();
        for (PlannedPart part : planned) {
            add(rows, planned(part.partId(), part.quantity()));
        }
        for (PartUsage usage : used) {
            add(rows, used(PartUsageView.of(usage)));
        }
        return named(session, List.copyOf(rows.values()));
    }

    @JsonIgnore
    boolean isOffPlan() {
        return difference.signum() != 0;
    }

    private static void add(Map<Key, ReviewPart> rows, ReviewPart more) {
        var _ = rows.merge(new Key(more.partId, more.unit), more, ReviewPart::and);
    }

    private static ReviewPart planned(UUID partId, Quantity quantity) {
        BigDecimal amount = quantity.amount().setScale(SCALE);
        return new ReviewPart(partId, null, null, quantity.unit(), amount, NONE, amount.negate());
    }

    private static ReviewPart used(PartUsageView usage) {
        BigDecimal amount = usage.quantity().amount().setScale(SCALE);
        return new ReviewPart(
                usage.partId(),
                usage.partNumber(),
                usage.partName(),
                usage.quantity().unit(),
                NONE,
                amount,
                amount);
    }

    private ReviewPart and(ReviewPart more) {
        return new ReviewPart(
                partId,
                more.partNumber,
                more.partName,
                unit,
                planned.add(more.planned),
                used.add(more.used),
                difference.add(more.difference));
    }

    private ReviewPart named(String number, String name) {
        return new ReviewPart(partId, number, name, unit, planned, used, difference);
    }

    private static Uni<List<ReviewPart>> named(Mutiny.Session session, List<ReviewPart> rows) {
        List<UUID> nameless = rows.stream()
                .filter(row -> row.partName == null)
                .map(ReviewPart::partId)
                .toList();
        return nameless.isEmpty()
                ? Uni.createFrom().item(rows)
                : session.createSelectionQuery("from KnownPart where partId in :ids", KnownPart.class)
                        .setParameter("ids", nameless)
                        .getResultList()
                        .map(known -> known.stream().collect(Collectors.toMap(KnownPart::id, part -> part)))
                        .map(known -> rows.stream()
                                .map(row -> row.partName == null && known.containsKey(row.partId)
                                        ? row.named(
                                                known.get(row.partId).number(),
                                                known.get(row.partId).name())
                                        : row)
                                .toList());
    }
}
