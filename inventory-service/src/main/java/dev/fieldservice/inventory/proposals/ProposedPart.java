package dev.fieldservice.inventory.proposals;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.UnitPrice;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of which there is too little, and how it comes to how much is to be bought of whom. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProposedPart")
public record ProposedPart(
        UUID partId,
        String partNumber,
        String partName,

        @Schema(description = "Unit code of UN/ECE Recommendation 20, of all quantities here")
        String unit,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, maxLength = 24, description = "At all places")
        BigDecimal onHand,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, maxLength = 24, description = "Of what is on hand, promised to jobs")
        BigDecimal allocated,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, maxLength = 24, description = "In orders, drafts too, and not received")
        BigDecimal onOrder,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, maxLength = 24, description = "Nothing where the part has none")
        BigDecimal reorderPoint,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                maxLength = 24,
                nullable = true,
                description = "What planned visits lack; why says for which orders. Absent where they lack nothing")
        BigDecimal forVisits,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                maxLength = 24,
                description =
                        "Reorder point and what visits lack, less what is on hand, not allocated, or on order; at least what visits"
                                + " lack, less what is free in warehouses or on order")
        BigDecimal missing,

        @Schema(nullable = true, description = "Absent where nobody is known to sell it: it is not ordered")
        UUID supplierId,

        @Schema(nullable = true) String supplierName,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, maxLength = 24, nullable = true)
        BigDecimal packSize,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, maxLength = 24, description = "What is missing, in whole packs")
        BigDecimal quantity,

        @Schema(nullable = true) UnitPrice unitPrice,
        @Schema(nullable = true) Integer leadTimeDays,

        @Schema(nullable = true, description = "Parts that do in its place, best first", maxItems = 20)
        List<UUID> substituteIds,

        @Schema(description = "The same in words") String why) {

    private static final int DECIMALS = 3;

    /** So many orders are named. */
    private static final int NAMED = 10;

    /** Of anything that is ordered. */
    private static final BigDecimal MOST = new BigDecimal("1000000.000");

    static ProposedPart of(Tuple row) {
        BigDecimal onHand = amount(row, "on_hand");
        BigDecimal allocated = amount(row, "allocated");
        BigDecimal onOrder = amount(row, "on_order");
        BigDecimal point = amount(row, "reorder_point");
        BigDecimal lacked = amount(row, "lacked");
        BigDecimal missing = amount(row, "missing");
        UUID supplier = row.get("supplier_id", UUID.class);
        BigDecimal pack = row.get("pack_size", BigDecimal.class);
        BigDecimal quantity = pack == null ? missing.min(MOST) : inPacks(missing, pack);
        String unit = row.get("unit", String.class);
        String why = "On hand %s, allocated %s, on order %s, reorder point %s%s: %s %s missing; "
                        .formatted(onHand, allocated, onOrder, point, visits(row, lacked), missing, unit)
                + (pack == null ? "nobody is known to sell it" : "in packs of %s: %s".formatted(pack, quantity))
                + Optional.ofNullable(row.get("superseded", String.class))
                        .map(numbers -> "; with what there is of " + numbers + ", which it supersedes")
                        .orElse("");
        return new ProposedPart(
                row.get("part_id", UUID.class),
                row.get("number", String.class),
                row.get("name", String.class),
                unit,
                onHand,
                allocated,
                onOrder,
                point,
                lacked.signum() == 0 ? null : lacked,
                missing,
                supplier,
                row.get("supplier_name", String.class),
                pack,
                quantity,
                supplier == null
                        ? null
                        : new UnitPrice(row.get("unit_price", BigDecimal.class), row.get("currency", String.class)),
                row.get("lead_time_days", Integer.class),
                ids(row.get("substitutes", String.class)),
                why);
    }

    private static String visits(Tuple row, BigDecimal lacked) {
        if (lacked.signum() == 0) {
            return "";
        }
        long more = row.get("orders", Long.class) - NAMED;
        return ", for visits %s (%s%s)"
                .formatted(lacked, row.get("named", String.class), more > 0 ? " and %d more".formatted(more) : "");
    }

    /** Less of it, where less is missing by now, in the packs in which it is sold by now. */
    ProposedPart atMost(BigDecimal missingNow, BigDecimal pack) {
        return new ProposedPart(
                partId,
                partNumber,
                partName,
                unit,
                onHand,
                allocated,
                onOrder,
                reorderPoint,
                forVisits,
                missing,
                supplierId,
                supplierName,
                pack,
                inPacks(missing.min(missingNow), pack),
                unitPrice,
                leadTimeDays,
                substituteIds,
                why);
    }

    private static List<UUID> ids(String separated) {
        return separated.isEmpty()
                ? null
                : Stream.of(separated.split(" ")).map(UUID::fromString).toList();
    }

    private static BigDecimal amount(Tuple row, String column) {
        return row.get(column, BigDecimal.class).setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** No more packs than may be ordered of anything. */
    static BigDecimal inPacks(BigDecimal missing, BigDecimal pack) {
        return missing.divide(pack, 0, RoundingMode.CEILING)
                .min(MOST.divideToIntegralValue(pack))
                .multiply(pack)
                .setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }
}
