package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.worktypes.PlannedPart;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a visit takes along.
 *
 * @param named somebody said what, which may be nothing: then nothing is added to it. False of what was kept before this was
 */
record Parts(List<PlannedPart> items, boolean named) {

    static final Parts NONE = new Parts(List.of(), false);

    /** What can be counted together. */
    private record Kind(UUID partId, String unit) {

        static Kind of(PlannedPart part) {
            return new Kind(part.partId(), part.quantity().unit());
        }
    }

    static Parts named(List<PlannedPart> items) {
        return new Parts(items, true);
    }

    /** Where nobody says what: all that was to be taken along before, what such work usually needs, and what is left. */
    Parts planned(Booking booking, ServiceOrder order) {
        return booking.namesParts()
                ? named(booking.parts())
                : with(order.usualParts()).with(order.leftOver.plannedParts());
    }

    /** Of what stands in both lists, that which is more counts; added up, one need would be met twice. */
    Parts with(List<PlannedPart> others) {
        if (named) {
            return this;
        }
        Map<Kind, BigDecimal> here = amounts(items);
        Map<Kind, BigDecimal> there = amounts(others);
        Stream<PlannedPart> kept = items.stream().filter(part -> !isMore(part, there, here));
        Stream<PlannedPart> added = others.stream().filter(part -> isMore(part, there, here));
        return new Parts(Stream.concat(kept, added).toList(), false);
    }

    private static boolean isMore(PlannedPart part, Map<Kind, BigDecimal> there, Map<Kind, BigDecimal> here) {
        Kind kind = Kind.of(part);
        return there.getOrDefault(kind, BigDecimal.ZERO).compareTo(here.getOrDefault(kind, BigDecimal.ZERO)) > 0;
    }

    private static Map<Kind, BigDecimal> amounts(List<PlannedPart> parts) {
        return parts.stream()
                .collect(Collectors.toMap(Kind::of, part -> part.quantity().amount(), BigDecimal::add));
    }
}
