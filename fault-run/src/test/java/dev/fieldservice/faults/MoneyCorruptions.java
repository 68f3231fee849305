package dev.fieldservice.faults;

import static dev.fieldservice.local.Service.BILLING;

import java.util.List;
import java.util.stream.Stream;

/** What must not escape the checker of invoices, credit notes and payments. */
final class MoneyCorruptions {

    private MoneyCorruptions() {}

    static List<Corruption> all() {
        return Stream.of(money(), documents(), accounts()).flatMap(List::stream).toList();
    }

    private static List<Corruption> money() {
        return List.of(
                new Corruption("2.", "a job without an invoice", BILLING, "invoice", """
                        delete from invoice where state <> 'VOIDED' and order_id = (
                         select order_id from invoice group by 1 having count(*) = 1 and min(state) <> 'VOIDED' limit 1)"""),
                new Corruption(
                        "2.",
                        "a usage that is not billed",
                        BILLING,
                        "invoice_line",
                        "delete from invoice_line where id = (select id from invoice_line where part_id is not null limit 1)"),
                new Corruption(
                        "4.",
                        "a gap between invoice numbers",
                        BILLING,
                        "invoice",
                        "update invoice set number = 'FS-2026-000999' where number = (select max(number) from invoice)"),
                new Corruption(
                        "4.",
                        "a total that is not lines and tax",
                        BILLING,
                        "invoice",
                        "update invoice set totals = jsonb_set(totals, '{gross,amount}', '\"0.01\"')"),
                new Corruption(
                        "4.",
                        "an invoice that is booked as less than it is",
                        BILLING,
                        "journal_posting",
                        "update journal_posting set debit = debit - 0.01 where debit > 1 and purpose = 'RECEIVABLE'"));
    }

    private static List<Corruption> documents() {
        return List.of(
                new Corruption(
                        "13.",
                        "an issued invoice without its files",
                        BILLING,
                        "issued_document",
                        "update issued_document set files = '{\"items\": []}' where id = (select id from issued_document limit 1)"),
                new Corruption(
                        "13.",
                        "an invoice whose file nobody keeps",
                        BILLING,
                        "file_claim",
                        "delete from file_claim where owner = (select id from issued_document limit 1)"),
                new Corruption(
                        "13.",
                        "an invoice that was sent and is not in the mailbox",
                        BILLING,
                        "document_delivery",
                        "insert into document_delivery select gen_random_uuid(), version, document_id, ticket_id, recipient, language, state, failure, 'Ana', queued_at, handed_over_at from document_delivery limit 1"),
                new Corruption(
                        "13.",
                        "an invoice that nobody was sent",
                        BILLING,
                        "document_delivery",
                        "delete from document_delivery where id = (select id from document_delivery limit 1)"));
    }

    private static List<Corruption> accounts() {
        return List.of(
                new Corruption(
                        "1a.",
                        "a payment that was recorded and is lost",
                        BILLING,
                        "open_item",
                        "delete from open_item where id = (select id from open_item where item_type = 'PAYMENT' limit 1)"),
                new Corruption(
                        "2.",
                        "an hour that is billed again, and was not credited",
                        BILLING,
                        "invoice_line",
                        "update invoice_line set credited_quantity = 0, credited_net = 0 where id in (select l.invoice_line_id from invoice_line a join credit_note_line l on l.id = a.again_of)"),
                new Corruption(
                        "15.",
                        "an invoice of which less is open than was paid",
                        BILLING,
                        "open_item",
                        "update open_item set open = open - 0.01 where id = (select id from open_item where item_type = 'RECEIVABLE' and open > 1 limit 1)"),
                new Corruption(
                        "15.",
                        "a payment for an invoice of somebody else",
                        BILLING,
                        "open_item",
                        "update open_item set customer_id = gen_random_uuid() where id = (select credit_id from allocation limit 1)"),
                new Corruption(
                        "15.",
                        "a credit note of which its invoice does not know",
                        BILLING,
                        "invoice_line",
                        "update invoice_line set credited_net = credited_net - 0.01 where id = (select id from invoice_line where credited_net > 0 limit 1)"),
                new Corruption(
                        "15.",
                        "a payment that is not booked",
                        BILLING,
                        "journal_entry",
                        "delete from journal_entry where id = (select id from journal_entry where kind = 'PAYMENT' limit 1)"),
                new Corruption(
                        "15.",
                        "an entry that is out of balance",
                        BILLING,
                        "journal_posting",
                        "update journal_posting set debit = debit + 0.01 where id = (select id from journal_posting where purpose = 'UNALLOCATED' and debit > 0 limit 1)"),
                new Corruption(
                        "15.",
                        "a margin of which a technician has no share",
                        BILLING,
                        "work_share",
                        "delete from work_share where order_id = (select order_id from journal_entry where revenue > 0 limit 1)"));
    }
}
