package dev.fieldservice.faults;

import static dev.fieldservice.local.Service.INVENTORY;

import java.util.List;
import java.util.stream.Stream;

/** What must not escape the checker of stock and of what is bought. */
final class StockCorruptions {

    private StockCorruptions() {}

    static List<Corruption> all() {
        return Stream.of(ledger(), transfersAndCounts(), knownLate(), purchases())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Corruption> ledger() {
        return List.of(
                new Corruption(
                        "1b.",
                        "an event that nobody has dealt with",
                        INVENTORY,
                        "inbox",
                        "delete from inbox where event_id = (select event_id from inbox limit 1)"),
                new Corruption(
                        "1b.",
                        "a usage that moved stock twice",
                        INVENTORY,
                        "stock_movement",
                        "insert into stock_movement select gen_random_uuid(), version, part_id, location_id, kind, quantity, unit, gen_random_uuid(), null, order_id, ticket_id, reference, actor_id, occurred_at, recorded_at from stock_movement where kind = 'CONSUMPTION' limit 1"),
                new Corruption(
                        "3.",
                        "a level that is not the sum of its movements",
                        INVENTORY,
                        "stock_level",
                        "update stock_level set on_hand = on_hand + 0.001 where id = (select id from stock_level limit 1)"),
                new Corruption(
                        "3.",
                        "more allocated than is reserved",
                        INVENTORY,
                        "stock_level",
                        "update stock_level set allocated = allocated + 1 where id = (select id from stock_level limit 1)"),
                new Corruption(
                        "3.",
                        "a piece that is not where it was put",
                        INVENTORY,
                        "piece",
                        "update piece set order_id = gen_random_uuid() where state = 'INSTALLED'"),
                new Corruption(
                        "3.",
                        "stock below zero that is nobody's",
                        INVENTORY,
                        "discrepancy",
                        "delete from discrepancy"));
    }

    private static List<Corruption> transfersAndCounts() {
        return List.of(
                new Corruption(
                        "3.",
                        "goods that arrived and are nowhere",
                        INVENTORY,
                        "stock_transfer_line",
                        "update stock_transfer_line set received = received + 1 where id = (select l.id from stock_transfer_line l join stock_transfer t on t.id = l.transfer_id where t.state = 'RECEIVED' limit 1)"),
                new Corruption(
                        "3.",
                        "goods that left before anybody had picked them",
                        INVENTORY,
                        "stock_transfer",
                        "update stock_transfer set state = 'REQUESTED' where id = (select transfer_id from stock_transfer_line where received > 0 limit 1)"),
                new Corruption(
                        "3.",
                        "goods that were lost and are nobody's to clear up",
                        INVENTORY,
                        "discrepancy",
                        "delete from discrepancy where kind = 'TRANSFER_DIFFERENCE'"),
                new Corruption(
                        "3.",
                        "a difference that was approved and not booked",
                        INVENTORY,
                        "stock_count_line",
                        "update stock_count_line set expected = expected + 1 where count_id = (select id from stock_count where state = 'APPROVED' limit 1)"),
                new Corruption(
                        "3.",
                        "an adjustment that nobody has approved",
                        INVENTORY,
                        "stock_count",
                        "update stock_count set state = 'COUNTED' where id = (select id from stock_count where state = 'APPROVED' limit 1)"),
                new Corruption(
                        "3.",
                        "a count that was approved by who has counted",
                        INVENTORY,
                        "stock_count",
                        "update stock_count c set counted_by = (select array_agg(h.actor_id) from history h where h.subject_id = c.id and h.action = 'APPROVE') where c.state = 'APPROVED'"),
                new Corruption(
                        "3.",
                        "a transfer that was booked and forgotten",
                        INVENTORY,
                        "stock_transfer_line",
                        "delete from stock_transfer_line where id = (select id from stock_transfer_line where received > 0 limit 1)"));
    }

    private static List<Corruption> knownLate() {
        return List.of(
                new Corruption(
                        "3.",
                        "a usage that is offset by a count which had not seen it",
                        INVENTORY,
                        "stock_count_line",
                        "update stock_count_line set counted_at = counted_at - interval '1 day' where count_id in (select m.document_id from stock_movement m join stock_movement told on told.id = m.counter_id where told.kind = 'CONSUMPTION' and m.kind = 'COUNT_ADJUSTMENT')"),
                new Corruption(
                        "3.",
                        "a usage that a count had seen, and that took from the shelf once more",
                        INVENTORY,
                        "stock_movement",
                        "update stock_movement set kind = 'WEIGHING_ADJUSTMENT', counter_id = null, document_id = null where id = (select m.id from stock_movement m join stock_movement told on told.id = m.counter_id where told.kind = 'CONSUMPTION' and m.kind = 'COUNT_ADJUSTMENT' and not exists (select from container_entry e where e.movement_id = told.id) limit 1)"),
                new Corruption(
                        "3.",
                        "a piece that was found and has left no other place",
                        INVENTORY,
                        "stock_movement",
                        "update stock_movement set counter_id = gen_random_uuid() where id = (select m.id from stock_movement m join stock_movement gone on gone.id = m.counter_id where m.kind = 'COUNT_ADJUSTMENT' and gone.kind = 'COUNT_ADJUSTMENT' and m.quantity > 0 limit 1)"),
                new Corruption(
                        "3.",
                        "a container with more in it than ever went in",
                        INVENTORY,
                        "container",
                        "update container set content = content + 1 where id = (select id from container limit 1)"),
                new Corruption(
                        "3.",
                        "goods that were moved by nobody's document, and in no container",
                        INVENTORY,
                        "container_entry",
                        "delete from container_entry e using stock_movement m where m.id = e.movement_id and m.kind in ('TRANSFER_OUT', 'TRANSFER_IN')"));
    }

    private static List<Corruption> purchases() {
        return List.of(
                new Corruption(
                        "17.",
                        "an order of which more has come than was booked",
                        INVENTORY,
                        "purchase_order_line",
                        "update purchase_order_line set received = received + 1 where id = (select line_id from purchase_receipt limit 1)"),
                new Corruption(
                        "17.",
                        "a delivery that nobody has kept",
                        INVENTORY,
                        "purchase_receipt",
                        "delete from purchase_receipt where receipt_id = (select receipt_id from purchase_receipt where not taken_back limit 1)"),
                new Corruption(
                        "17.",
                        "a delivery that says another quantity than the ledger",
                        INVENTORY,
                        "purchase_receipt",
                        "update purchase_receipt set quantity = quantity + 1 where receipt_id = (select receipt_id from purchase_receipt limit 1)"),
                new Corruption(
                        "17.",
                        "an order that is open although all of it has come",
                        INVENTORY,
                        "purchase_order",
                        "update purchase_order set state = 'ORDERED' where id = (select purchase_order_id from purchase_receipt where not taken_back limit 1)"),
                new Corruption(
                        "17.",
                        "a line for which more is asked than invoices say",
                        INVENTORY,
                        "purchase_order_line",
                        "update purchase_order_line set invoiced = invoiced + 1 where id = (select id from purchase_order_line where invoiced > 0 limit 1)"),
                new Corruption(
                        "17.", "a supplier's invoice that was entered twice", INVENTORY, "supplier_invoice", """
                        insert into supplier_invoice (id, version, state, supplier_id, purchase_order_id, number, issued_on, due_on,
                                                      currency, net, tax, lines, findings, recorded_at, decided_because, paid_on)
                        select gen_random_uuid(), version, state, supplier_id, purchase_order_id, number || ' bis', issued_on, due_on,
                               currency, net, tax, lines, findings, recorded_at, decided_because, paid_on
                          from supplier_invoice where state <> 'REJECTED' limit 1"""),
                new Corruption(
                        "17.",
                        "an order that is on no paper",
                        INVENTORY,
                        "purchase_order_paper",
                        "delete from purchase_order_paper where id = (select id from purchase_order_paper limit 1)"),
                new Corruption(
                        "17.",
                        "an order whose mail stands in no log",
                        INVENTORY,
                        "history",
                        "delete from history where id = (select id from history where action = 'MAIL_SENT' and subject_type = 'purchase-order' limit 1)"),
                new Corruption(
                        "17.",
                        "an order that is in nobody's mailbox",
                        INVENTORY,
                        "purchase_order",
                        "update purchase_order set sent_to = 'nimeni@piesefrig.example' where id = (select id from purchase_order where sent_at is not null limit 1)"));
    }
}
