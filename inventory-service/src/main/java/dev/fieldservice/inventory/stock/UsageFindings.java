package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.discrepancies.DiscrepancyKind;
import dev.fieldservice.inventory.discrepancies.Finding;
import dev.fieldservice.inventory.pieces.Piece;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that a usage is held against: each may find that something does not add up. */
final class UsageFindings {

    private UsageFindings() {}

    /** @param pieces that the usage has moved */
    static List<Finding> of(PartsConsumed usage, Place place, BigDecimal onHand, List<Piece> pieces) {
        Finding.Where where = where(usage, place);
        return Stream.concat(
                        Stream.of(
                                        unknownPart(place, where),
                                        unknownLocation(place, where),
                                        otherUnit(usage, place, where),
                                        negativeStock(usage.quantity().unit(), place, onHand, where),
                                        serialMissing(usage, place, where))
                                .flatMap(Optional::stream),
                        Stream.concat(
                                missingPieces(place, usedOf(usage, place, pieces), where),
                                outOfStock(usage, pieces, where)))
                .toList();
    }

    static Finding.Where where(PartsConsumed usage, Place place) {
        return new Finding.Where(
                usage.partId(), usage.stockLocationId(), usage.orderId(), usage.ticketId(), place.owner());
    }

    /** What was used, or said to have come and did not, leaves less than nothing. */
    static Optional<Finding> negativeStock(String unit, Place place, BigDecimal onHand, Finding.Where where) {
        return onHand.signum() < 0
                ? Optional.of(new Finding(
                        DiscrepancyKind.NEGATIVE_STOCK,
                        where,
                        "%s, %s: %s %s"
                                .formatted(place.partName(), place.locationName(), onHand.toPlainString(), unit)))
                : Optional.empty();
    }

    /** One that only came out of the machine is missing in no stock, nor is one whose number nobody needs now. */
    private static List<Piece> usedOf(PartsConsumed usage, Place place, List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> place.isSerialised())
                .filter(piece -> piece.is(usage.partId(), usage.installedSerial()))
                .toList();
    }

    /** What came out of a machine and lay in stock by what is known: one of the two numbers is wrong. */
    private static Stream<Finding> outOfStock(PartsConsumed usage, List<Piece> pieces, Finding.Where where) {
        return pieces.stream()
                .filter(piece -> !usage.isReversal() && piece.is(usage.partThatCameOut(), usage.removedSerial()))
                .flatMap(piece -> piece.layInStock(usage.occurredAt()).stream()
                        .map(place -> new Finding(
                                DiscrepancyKind.SERIAL_IN_STOCK,
                                where.of(usage.partThatCameOut()),
                                "%s came out of a machine, but was known to be in stock, %s"
                                        .formatted(piece.serial(), place),
                                piece.serial())));
    }

    /** The piece that went in, if it was told before that it came out afterwards, and is known to have gone from stock by then. */
    static Optional<Piece> explainedBy(PartsConsumed usage, List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> !usage.isReversal() && piece.is(usage.partId(), usage.installedSerial()))
                .filter(piece -> piece.cameOutRightlySince(usage.occurredAt()))
                .findFirst();
    }

    /** Of these pieces more went from the place than were known to have come there. */
    static Stream<Finding> missingPieces(Place place, List<Piece> pieces, Finding.Where where) {
        return pieces.stream()
                .filter(piece -> piece.isMissingAt(place.locationId()))
                .map(piece -> new Finding(
                        DiscrepancyKind.SERIAL_NOT_IN_STOCK,
                        where,
                        "%s %s was not known to be in stock, %s"
                                .formatted(place.partName(), piece.serial(), place.locationName()),
                        piece.serial()));
    }

    private static Optional<Finding> unknownPart(Place place, Finding.Where where) {
        return place.part().isPresent()
                ? Optional.empty()
                : Optional.of(new Finding(DiscrepancyKind.UNKNOWN_PART, where, "Used " + place.partName()));
    }

    private static Optional<Finding> unknownLocation(Place place, Finding.Where where) {
        return place.location().isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Finding(DiscrepancyKind.UNKNOWN_LOCATION, where, "Used from " + place.locationName()));
    }

    private static Optional<Finding> otherUnit(PartsConsumed usage, Place place, Finding.Where where) {
        String unit = usage.quantity().unit();
        return place.part()
                .filter(part -> !part.unit().equals(unit))
                .map(part -> new Finding(
                        DiscrepancyKind.OTHER_UNIT,
                        where,
                        "%s is counted in %s, but was used in %s".formatted(part.name(), part.unit(), unit)));
    }

    private static Optional<Finding> serialMissing(PartsConsumed usage, Place place, Finding.Where where) {
        BigDecimal numbers = usage.installedSerial() == null ? BigDecimal.ZERO : BigDecimal.ONE;
        BigDecimal amount = usage.quantity().amount();
        return place.isSerialised() && amount.compareTo(numbers) != 0
                ? Optional.of(new Finding(
                        DiscrepancyKind.SERIAL_MISSING,
                        where,
                        "%s %s of %s were used with %s serial numbers"
                                .formatted(
                                        amount.toPlainString(),
                                        usage.quantity().unit(),
                                        place.partName(),
                                        numbers.toPlainString())))
                : Optional.empty();
    }
}
