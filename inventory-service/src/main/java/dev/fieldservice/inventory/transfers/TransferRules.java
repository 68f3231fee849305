package dev.fieldservice.inventory.transfers;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.locations.Visibility;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.pieces.SerialNumbers;
import dev.fieldservice.inventory.transfers.NewTransfer.Wanted;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.text.ComparedText;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a transfer is held against before anything is booked. */
final class TransferRules {

    private TransferRules() {}

    /** What a draft is about. @param parts in the order of its lines */
    record Known(StockLocation from, StockLocation to, List<Asked> parts) {}

    /** So much of a part, in its unit. */
    record Asked(Part part, Quantity quantity) {}

    static Uni<Known> check(Tx tx, NewTransfer wanted) {
        List<Asked> parts = new ArrayList<>();
        return place(tx, wanted.fromLocationId(), "/fromLocationId")
                .chain(from -> place(tx, wanted.toLocationId(), "/toLocationId").map(to -> new Known(from, to, parts)))
                .invoke(known -> requireOwn(tx, known))
                .call(() -> OneByOne.each(
                        IntStream.range(0, wanted.lines().size()).boxed().toList(),
                        at -> part(tx, wanted.lines().get(at), "/lines/" + at).invoke(parts::add)))
                .invoke(() -> requireDifferent(wanted, parts));
    }

    /** What the caller does not see is not there. */
    private static Uni<StockLocation> place(Tx tx, UUID id, String pointer) {
        Visibility visibility = Visibility.of(tx.by().caller());
        return tx.session()
                .find(StockLocation.class, id)
                .map(place -> place != null && visibility.includes(place) ? place : null)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown(pointer, "stock location"));
    }

    private static void requireOwn(Tx tx, Known known) {
        Visibility visibility = Visibility.of(tx.by().caller());
        if (!visibility.isOwn(known.from()) && !visibility.isOwn(known.to())) {
            throw Refusal.RuleViolated.at(
                    "/toLocationId",
                    "only-own-vehicle",
                    "Technicians have goods brought into their own vehicle, or back out of it.");
        }
    }

    private static Uni<Asked> part(Tx tx, Wanted line, String pointer) {
        return (line.partId() == null
                        ? coded(tx, line.code(), pointer)
                        : tx.session()
                                .find(Part.class, line.partId())
                                .onItem()
                                .ifNull()
                                .failWith(() -> Refusal.RuleViolated.unknown(pointer + "/partId", "part"))
                                .invoke(() -> requireNoCode(line, pointer)))
                .map(part -> new Asked(part, part.counted(line.quantity(), pointer + "/quantity")));
    }

    private static void requireNoCode(Wanted line, String pointer) {
        if (line.code() != null) {
            throw Refusal.RuleViolated.at(
                    pointer + "/code", "part-named-twice", "Name the part by its id, or by a code.");
        }
    }

    private static Uni<Part> coded(Tx tx, String code, String pointer) {
        if (code == null) {
            throw Refusal.RuleViolated.at(
                    pointer + "/partId", "part-missing", "Name the part by its id, or by a code.");
        }
        return tx.session()
                .createNativeQuery("select parts_by_code(:code)", UUID.class)
                .setParameter("code", code)
                .getResultList()
                .chain(found -> switch (found.size()) {
                    case 0 -> throw Refusal.RuleViolated.unknown(pointer + "/code", "part");
                    case 1 -> tx.session().find(Part.class, found.getFirst());
                    default ->
                        throw Refusal.RuleViolated.at(
                                pointer + "/code", "ambiguous-code", "Several parts have it. Name one by its id.");
                });
    }

    private static void requireDifferent(NewTransfer wanted, List<Asked> asked) {
        if (wanted.fromLocationId().equals(wanted.toLocationId())) {
            throw Refusal.RuleViolated.at("/toLocationId", "same-location", "It is there already.");
        }
        Set<UUID> parts = new HashSet<>();
        for (int at = 0; at < wanted.lines().size(); at++) {
            if (!parts.add(asked.get(at).part().id())) {
                throw Refusal.RuleViolated.at(
                        "/lines/" + at + "/partId", "same-part", "Each part has one line. Add the two up.");
            }
        }
    }

    /**
     * In the units of the parts. The lines that are named are of the transfer, each once, or several times with other serial numbers; each
     * piece has one if its part has any.
     */
    static List<Handled.Line> counted(StockTransfer transfer, List<Handled.Line> lines, Map<UUID, Part> parts) {
        Map<Integer, Handled.Line> seen = new HashMap<>();
        List<Handled.Line> counted = new ArrayList<>();
        for (Handled.Line line : lines) {
            String pointer = "/lines/" + counted.size();
            boolean isMore = seen.containsKey(line.line()) && !line.pieces().isEmpty();
            if (line.line() > transfer.lines.size() || (seen.containsKey(line.line()) && !isMore)) {
                throw Refusal.RuleViolated.at(
                        pointer + "/line",
                        "no-such-line",
                        "Each line of the transfer may be named once, or several times with serial numbers.");
            }
            Part part = parts.get(transfer.lines.get(line.line() - 1).partId);
            Handled.Line inItsUnit = line.counted(part, pointer);
            requireSerials(inItsUnit.pieces(), inItsUnit.quantity().amount(), part.isSerialised(), pointer);
            requireDifferent(
                    seen.merge(line.line(), inItsUnit, Handled.Line::with).pieces(), pointer);
            counted.add(inItsUnit);
        }
        return counted;
    }

    private static void requireSerials(List<String> serials, BigDecimal amount, boolean isSerialised, String pointer) {
        if (!isSerialised && !serials.isEmpty()) {
            throw serials(pointer, "not-serialised", "Pieces of this part have no serial numbers.");
        }
        if (isSerialised && amount.compareTo(BigDecimal.valueOf(serials.size())) != 0) {
            throw serials(
                    pointer,
                    "serial-number-missing",
                    "Each piece has a serial number: %s are needed, %d are given."
                            .formatted(amount.toPlainString(), serials.size()));
        }
    }

    private static void requireDifferent(List<String> serials, String pointer) {
        if (!SerialNumbers.areDifferent(serials)) {
            throw serials(pointer, "same-serial-number", "Two pieces of a part have different serial numbers.");
        }
    }

    /** Each line once, with all its pieces. */
    static Collection<Handled.Line> together(List<Handled.Line> lines) {
        Map<Integer, Handled.Line> all = new LinkedHashMap<>();
        lines.forEach(line -> all.merge(line.line(), line, Handled.Line::with));
        return all.values();
    }

    /** No more is picked than was asked for. */
    static void requireAsked(StockTransfer transfer, List<Handled.Line> lines) {
        Map<Integer, BigDecimal> picked = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            Handled.Line line = lines.get(at);
            BigDecimal asked = transfer.lines.get(line.line() - 1).requested;
            if (picked.merge(line.line(), line.quantity().amount(), BigDecimal::add)
                            .compareTo(asked)
                    > 0) {
                throw Refusal.RuleViolated.at(
                        "/lines/" + at + "/quantity",
                        "more-than-requested",
                        asked.toPlainString() + " were asked for.");
            }
        }
    }

    /** That nothing has arrived is not said by mistake. */
    static void requireReason(Arrived arrived) {
        if (arrived.reason() == null && arrived.named().map(List::isEmpty).orElse(false)) {
            throw Refusal.RuleViolated.at("/reason", "reason-missing", "Nothing has arrived: say why.");
        }
    }

    /** A piece that arrives is one of those that are under way. */
    static void requireSent(StockTransfer transfer, List<Handled.Line> lines) {
        for (int at = 0; at < lines.size(); at++) {
            List<String> sent = transfer.lines.get(lines.get(at).line() - 1).serialsUnderWay().stream()
                    .map(ComparedText::key)
                    .toList();
            for (String serial : lines.get(at).pieces()) {
                if (!sent.contains(ComparedText.key(serial))) {
                    throw serials("/lines/" + at, "not-sent", serial + " is not under way with this transfer.");
                }
            }
        }
    }

    private static Refused serials(String pointer, String code, String detail) {
        return Refusal.RuleViolated.at(pointer + "/serials", code, detail);
    }
}
