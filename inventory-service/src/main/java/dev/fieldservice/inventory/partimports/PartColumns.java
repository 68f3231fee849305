package dev.fieldservice.inventory.partimports;

import dev.fieldservice.inventory.parts.OtherUnit;
import dev.fieldservice.inventory.parts.PartDetails;
import dev.fieldservice.platform.imports.Objection;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the columns of a row say of a part. A column that is not there leaves the part as it is; an empty field takes away what may be
 * left out.
 */
record PartColumns(Map<String, String> fields, Optional<PartDetails> now, Optional<UUID> category, OtherParts others) {

    static final String NUMBER = "number";
    static final String NAME = "name";
    static final String UNIT = "unit";
    static final String SERIALISED = "serialised";
    static final String REORDER_POINT = "reorderPoint";
    static final String GTIN = "gtin";
    static final String CATEGORY = "category";
    static final String SUPERSEDED_BY = "supersededBy";
    static final String SUBSTITUTES = "substitutes";
    static final String OTHER_UNITS = "otherUnits";
    static final List<String> NAMES = List.of(
            NUMBER, NAME, UNIT, SERIALISED, REORDER_POINT, GTIN, CATEGORY, SUPERSEDED_BY, SUBSTITUTES, OTHER_UNITS);

    /** What a part has by another name than its column. */
    private static final Map<String, String> COLUMNS =
            Map.of("categoryId", CATEGORY, "supersededById", SUPERSEDED_BY, "substituteIds", SUBSTITUTES);

    /** {@code XBX=12}, or {@code LBR=45359237/100000000}. */
    private static final Pattern OTHER_UNIT = Pattern.compile("([A-Z0-9]{1,3})=([0-9]{1,9})(?:/([0-9]{1,9}))?");

    /** More than anything that is stocked, and so short that no reading of it takes long. */
    private static final String DECIMAL = "[0-9]{1,12}([.][0-9]{1,12})?";

    /** Of what is said of a part. @param property such as {@code otherUnits.unit} */
    static String of(String property) {
        String name = property.split("[.]", 2)[0];
        return COLUMNS.getOrDefault(name, name);
    }

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
                value(SUPERSEDED_BY, PartDetails::supersededById, others::successor),
                list(SUBSTITUTES, PartDetails::substituteIds, others::substitutes),
                list(OTHER_UNITS, PartDetails::otherUnits, PartColumns::units));
    }

    private <T> List<T> list(String column, Function<PartDetails, List<T>> present, Function<String, List<T>> read) {
        return Optional.ofNullable(value(column, present, read)).orElse(List.of());
    }

    private static List<OtherUnit> units(String text) {
        return Arrays.stream(text.split("\\|", -1)).map(PartColumns::unit).toList();
    }

    private static OtherUnit unit(String text) {
        Matcher unit = OTHER_UNIT.matcher(text.strip());
        if (!unit.matches()) {
            throw new Objection.Raised(
                    OTHER_UNITS,
                    "not-a-unit",
                    "Each is such as XBX=12 or LBR=45359237/100000000, with | between them.");
        }
        int denominator =
                Optional.ofNullable(unit.group(3)).map(Integer::valueOf).orElse(1);
        return new OtherUnit(unit.group(1), Integer.valueOf(unit.group(2)), denominator);
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
