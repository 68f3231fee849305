package dev.fieldservice.inventory.partimports;

import dev.fieldservice.platform.imports.Objection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The parts to which a row refers by their numbers, as far as there are such parts.
 *
 * @param byPlace from 1 on the substitutes, at 0 the successor
 */
record OtherParts(Map<Integer, UUID> byPlace) {

    static final OtherParts NONE = new OtherParts(Map.of());

    /** As many substitutes as a part has at most; no further ones are looked up. */
    static final int MOST = 20;

    private static final String BETWEEN = "\\|";

    static boolean areNamed(Map<String, String> fields) {
        return Stream.of(fields.get(PartColumns.SUPERSEDED_BY), fields.get(PartColumns.SUBSTITUTES))
                .filter(Objects::nonNull)
                .anyMatch(text -> !text.isEmpty());
    }

    UUID successor(String number) {
        return known(PartColumns.SUPERSEDED_BY, number, 0);
    }

    /** Best first. @param numbers as they stand in the row */
    List<UUID> substitutes(String numbers) {
        String[] each = numbers.split(BETWEEN, -1);
        if (each.length > MOST) {
            throw new Objection.Raised(PartColumns.SUBSTITUTES, "size", "size must be between 0 and " + MOST);
        }
        return IntStream.range(0, each.length)
                .mapToObj(at -> known(PartColumns.SUBSTITUTES, each[at], at + 1))
                .toList();
    }

    private UUID known(String column, String number, int place) {
        return Optional.ofNullable(byPlace.get(place))
                .orElseThrow(() -> new Objection.Raised(
                        column, "unknown-reference", "There was no part %s before this list.".formatted(number)));
    }
}
