package dev.fieldservice.inventory.transfers;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.locations.Visibility;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.transfers.TransferLifecycle.Command;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** The commands on transfers, and how they are found. */
@ApplicationScoped
public class Transfers {

    private final TransferBooking booking;

    public Transfers(TransferBooking booking) {
        this.booking = booking;
    }

    Uni<StockTransfer> draft(Tx tx, NewTransfer wanted) {
        return TransferRules.check(tx, wanted).chain(known -> {
            StockTransfer transfer =
                    StockTransfer.draft(wanted.fromLocationId(), wanted.toLocationId(), wanted.remark(), null, tx.by());
            transfer.name(known.from().name(), known.to().name());
            List<TransferLine> lines = new ArrayList<>();
            for (TransferRules.Asked asked : known.parts()) {
                Part part = asked.part();
                TransferLine line = TransferLine.of(transfer.id(), lines.size() + 1, part.id(), asked.quantity());
                line.name(part.number(), part.name());
                lines.add(line);
            }
            return keep(tx, transfer, lines);
        });
    }

    /**
     * A draft that nobody asked for: it is requested, or cancelled by the proposal after it.
     *
     * @param number of those of the evening between the two places, from 1 on
     */
    public Uni<StockTransfer> propose(
            Tx tx, UUID from, UUID to, LocalDate evening, int number, SortedMap<UUID, Quantity> parts) {
        StockTransfer transfer = StockTransfer.draft(from, to, null, evening, tx.by());
        transfer.proposal = number;
        List<Map.Entry<UUID, Quantity>> each = List.copyOf(parts.entrySet());
        List<TransferLine> lines = IntStream.range(0, each.size())
                .mapToObj(at -> TransferLine.of(
                        transfer.id(),
                        at + 1,
                        each.get(at).getKey(),
                        each.get(at).getValue()))
                .toList();
        return keep(tx, transfer, lines);
    }

    /** Of the evenings before, those that nobody has accepted. */
    public Uni<Void> dropProposals(Tx tx) {
        return tx.session()
                .createSelectionQuery(
                        "from StockTransfer where state = DRAFT and proposedOn is not null order by id",
                        StockTransfer.class)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(old -> {
                    old.forEach(transfer -> {
                        tx.watch(transfer);
                        transfer.moveTo(Command.CANCEL, "Nobody accepted it before the next proposal", tx.by());
                    });
                    return tx.session().flush();
                });
    }

    private static Uni<StockTransfer> keep(Tx tx, StockTransfer transfer, List<TransferLine> lines) {
        transfer.lines = lines;
        return tx.add(transfer).call(() -> tx.session().persistAll(lines.toArray()));
    }

    Uni<StockTransfer> request(Tx tx, UUID id) {
        return load(tx, id)
                .call(transfer -> requireAsker(tx, transfer))
                .invoke(transfer -> transfer.moveTo(Command.REQUEST, null, tx.by()));
    }

    Uni<StockTransfer> send(Tx tx, UUID id) {
        return load(tx, id).invoke(transfer -> transfer.moveTo(Command.SEND, null, tx.by()));
    }

    Uni<StockTransfer> cancel(Tx tx, UUID id, String why) {
        return load(tx, id).call(transfer -> requireAsker(tx, transfer)).call(transfer -> {
            requireOnItsShelf(tx, transfer);
            boolean wasPicked = transfer.isPicked();
            transfer.moveTo(Command.CANCEL, why, tx.by());
            return OneByOne.each(wasPicked ? picked(transfer) : List.of(), line -> booking.returns(tx, transfer, line));
        });
    }

    /** What was picked is put back by the store. */
    private static void requireOnItsShelf(Tx tx, StockTransfer transfer) {
        if (transfer.isPicked() && Visibility.of(tx.by().caller()).driver().isPresent()) {
            throw new Refusal.Conflict("already-picked", "It is off the shelf. Ask the store to call it off.")
                    .refused();
        }
    }

    Uni<StockTransfer> pick(Tx tx, UUID id, Handled handled) {
        return load(tx, id)
                .invoke(transfer -> transfer.moveTo(Command.PICK, null, tx.by()))
                .call(transfer -> parts(tx.session(), transfer).invoke(parts -> {
                    List<Handled.Line> lines = TransferRules.counted(
                            transfer,
                            handled.named().orElseGet(() -> all(transfer, TransferLine::requestedQuantity)),
                            parts);
                    TransferRules.requireAsked(transfer, lines);
                    TransferRules.together(lines)
                            .forEach(line ->
                                    of(transfer, line).pick(line.quantity().amount(), line.pieces()));
                }))
                .call(transfer -> OneByOne.each(picked(transfer), line -> booking.leaves(tx, transfer, line)));
    }

    /** More is expected. */
    Uni<StockTransfer> receivePart(Tx tx, UUID id, Handled handled) {
        return load(tx, id)
                .invoke(transfer -> transfer.moveTo(Command.RECEIVE_PART, null, tx.by()))
                .call(transfer -> arrived(tx, transfer, handled.named())
                        .chain(lines -> OneByOne.each(inOrder(transfer, lines), line -> arrives(tx, transfer, line))));
    }

    /** What has not arrived by now is missing. */
    Uni<StockTransfer> receive(Tx tx, UUID id, Arrived arrived) {
        TransferRules.requireReason(arrived);
        return load(tx, id)
                .invoke(transfer -> transfer.moveTo(Command.RECEIVE, arrived.reason(), tx.by()))
                .call(transfer -> arrived(tx, transfer, arrived.named())
                        .chain(lines -> OneByOne.each(
                                inOrder(transfer), line -> ends(tx, transfer, line, lines, arrived.reason()))));
    }

    /** What is said to have arrived. */
    private static Uni<List<Handled.Line>> arrived(Tx tx, StockTransfer transfer, Optional<List<Handled.Line>> named) {
        return requireReceiver(tx, transfer)
                .chain(() -> parts(tx.session(), transfer))
                .map(parts -> {
                    List<Handled.Line> lines =
                            TransferRules.counted(transfer, named.orElseGet(() -> underWay(transfer)), parts);
                    TransferRules.requireSent(transfer, lines);
                    return List.copyOf(TransferRules.together(lines));
                });
    }

    /** What arrived of it and what is missing at once: a second round for what is missing would go by the parts out of their order. */
    private Uni<Void> ends(Tx tx, StockTransfer transfer, TransferLine line, List<Handled.Line> arrived, String why) {
        return OneByOne.each(
                        arrived.stream()
                                .filter(each -> of(transfer, each) == line)
                                .toList(),
                        each -> arrives(tx, transfer, each))
                .chain(() -> isOver(tx, transfer, line, why));
    }

    private Uni<Void> arrives(Tx tx, StockTransfer transfer, Handled.Line arrived) {
        TransferLine line = of(transfer, arrived);
        BigDecimal expected = arrived.quantity().amount().min(line.underWay());
        BigDecimal surplus = arrived.quantity().amount().subtract(expected);
        return booking.arrives(tx, transfer, line, expected, arrived.pieces())
                .chain(() -> booking.isTooMuch(tx, transfer, line, surplus))
                .invoke(() -> line.receive(arrived.quantity().amount(), arrived.pieces()));
    }

    private Uni<Void> isOver(Tx tx, StockTransfer transfer, TransferLine line, String why) {
        BigDecimal missing = line.underWay();
        return booking.isMissing(tx, transfer, line, missing, why).invoke(() -> line.lose(missing));
    }

    /** Whoever the goods go to, or back from into a warehouse: the driver of the van, or the office. */
    private static Uni<Void> requireAsker(Tx tx, StockTransfer transfer) {
        return require(tx, transfer, Visibility::includes);
    }

    /** Whoever the goods go to: the driver of the van, or the office. */
    private static Uni<Void> requireReceiver(Tx tx, StockTransfer transfer) {
        return require(tx, transfer, Visibility::isOwn);
    }

    private static Uni<Void> require(Tx tx, StockTransfer transfer, BiPredicate<Visibility, StockLocation> isTheirs) {
        Visibility visibility = Visibility.of(tx.by().caller());
        return tx.session()
                .find(StockLocation.class, transfer.toLocationId)
                .invoke(place -> {
                    if (!isTheirs.test(visibility, place)) {
                        throw new Refusal.Forbidden("forbidden", "This is for whoever the goods go to.").refused();
                    }
                })
                .replaceWithVoid();
    }

    private static List<Handled.Line> all(StockTransfer transfer, Function<TransferLine, Handled.Line> line) {
        return transfer.lines.stream().map(line).toList();
    }

    private static List<Handled.Line> underWay(StockTransfer transfer) {
        return transfer.lines.stream()
                .filter(line -> line.underWay().signum() > 0)
                .map(TransferLine::quantityUnderWay)
                .toList();
    }

    private static TransferLine of(StockTransfer transfer, Handled.Line line) {
        return transfer.lines.get(line.line() - 1);
    }

    /** In the order of the parts, as all do that book several. */
    private static List<TransferLine> inOrder(StockTransfer transfer) {
        return transfer.lines.stream()
                .sorted(Comparator.comparing(line -> line.partId))
                .toList();
    }

    private static List<TransferLine> picked(StockTransfer transfer) {
        return inOrder(transfer).stream()
                .filter(line -> line.picked.signum() > 0)
                .toList();
    }

    private static List<Handled.Line> inOrder(StockTransfer transfer, List<Handled.Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(line -> of(transfer, line).partId))
                .toList();
    }

    private static Uni<Map<UUID, Part>> parts(Mutiny.Session session, StockTransfer transfer) {
        return session.createSelectionQuery("from Part where id in :parts", Part.class)
                .setParameter(
                        "parts",
                        transfer.lines.stream().map(line -> line.partId).toList())
                .getResultList()
                .map(parts -> parts.stream().collect(Collectors.toMap(Part::id, Function.identity())));
    }

    /** Locked; 404 for what is not the caller's to see. */
    private static Uni<StockTransfer> load(Tx tx, UUID id) {
        return tx.load(StockTransfer.class, id)
                .call(transfer -> isVisible(tx.session(), tx.by().caller(), transfer)
                        .invoke(isVisible -> {
                            if (!isVisible) {
                                throw new Refusal.NotFound("stock transfer").refused();
                            }
                        }))
                .chain(transfer -> withLines(tx.session(), transfer));
    }

    /** Null if there is none that the caller sees. */
    static Uni<StockTransfer> find(Mutiny.Session session, Caller caller, UUID id) {
        return session.find(StockTransfer.class, id)
                .chain(found -> found == null
                        ? Uni.createFrom().nullItem()
                        : isVisible(session, caller, found)
                                .chain(isVisible -> isVisible
                                        ? withLines(session, found)
                                        : Uni.createFrom().nullItem()));
    }

    private static Uni<Boolean> isVisible(Mutiny.Session session, Caller caller, StockTransfer transfer) {
        Optional<UUID> driver = Visibility.of(caller).driver();
        return driver.isEmpty()
                ? Uni.createFrom().item(true)
                : session.createSelectionQuery(
                                "select count(*) from StockLocation where id in (:from, :to) and technicianId ="
                                        + " :driver",
                                Long.class)
                        .setParameter("from", transfer.fromLocationId)
                        .setParameter("to", transfer.toLocationId)
                        .setParameter("driver", driver.get())
                        .getSingleResult()
                        .map(own -> own > 0);
    }

    private static Uni<StockTransfer> withLines(Mutiny.Session session, StockTransfer transfer) {
        return session.createSelectionQuery(
                        "from TransferLine where transferId = :transfer order by line", TransferLine.class)
                .setParameter("transfer", transfer.id())
                .getResultList()
                .invoke(lines -> transfer.lines = lines)
                .replaceWith(transfer);
    }
}
