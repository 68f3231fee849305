package dev.fieldservice.inventory.partimports;

import dev.fieldservice.inventory.parts.PartDetails;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the columns of a row say of a part. A column that is not there leaves the part as it is; an empty field takes away what may be
 * left out.
 */
record PartColumns(Map<String, String> fields, Optional<PartDetails> now, Optional<UUID> category) {

    static final String NUMBER = "number";
    static final String NAME = "name";
    static final String UNIT = "unit";
    static final String SERIALISED = "serialised";
    static final String REORDER_POINT = "reorderPoint";
    static final String GTIN = "gtin";
    static final String CATEGORY = "category";
    static final List<String> NAMES = List.of(NUMBER, NAME, UNIT, SERIALISED, REORDER_POINT, GTIN, CATEGORY);

    /** More than anything that is stocked, and so short that no reading of it takes long. */
    private static final String DECIMAL = "[0-9]{1,12}([.][0-9]{1,12})?";

    /** Not yet held against the bounds of its fields. */
    PartDetails details() {
        return new PartDetails(
                now.map(PartDetails::number).orElseGet(() -> fields.get(NUMBER)),
                value(NAME, PartDetails::name, text -> text),
                value(UNIT, PartDetails::unit, text -> text),
                serialised(),
                value(REORDER_POINT, PartDetails::reorderPoint, PartColumns::decimal),
                value(GTIN, PartDetails::gtin, text -> text),
                value(CATEGORY, PartDetails::categoryId, this::known),
                now.map(PartDetails::supersededById).orElse(null),
                now.map(PartDetails::substituteIds).orElse(List.of()),
                now.map(PartDetails::otherUnits).orElse(List.of()));
    }

    private <T> T value(String column, Function<PartDetails, T> present, Function<String, T> read) {
        String text = fields.get(column);
        if (text == null) {
            return now.map(present).orElse(null);
        }
        return text.isEmpty() ? null : read.apply(text);
    }

    /** A part of which nothing is said has no serial numbers. */
    private Boolean serialised() {
        String text = fields.getOrDefault(SERIALISED, "");
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "" -> now.map(PartDetails::serialised).orElse(false);
            case "true" -> true;
            case "false" -> false;
            default -> throw new Objection.Raised(SERIALISED, "not-a-boolean", "It is true or false.");
        };
    }

    private static BigDecimal decimal(String text) {
        if (!text.matches(DECIMAL)) {
            throw new Objection.Raised(REORDER_POINT, "not-a-number", "It is a number such as 5 or 2.5.");
        }
        return new BigDecimal(text);
    }

    private UUID known(String name) {
        return category.orElseThrow(
                () -> new Objection.Raised(CATEGORY, "unknown-reference", "There is no category of this name."));
    }
}
