package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.BILLING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.players.client.Player;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What is owed, paid and credited is one truth on the accounts of customers, in the books and in the margins. */
final class MoneyAddsUp implements Invariant {

    private static final String WRONGLY_OPEN = """
            select i.item_type, i.id, i.amount, i.open, a.allocated from open_item i
             cross join lateral (select coalesce(sum(amount), 0) as allocated from allocation
                                  where i.id in (debit_id, credit_id) and undone_on is null) a
             where i.taken_back is null and abs(i.open) <> abs(i.amount) - a.allocated
             order by 2""";

    private static final String UNLIKE = """
            select a.id from allocation a join open_item d on d.id = a.debit_id join open_item c on c.id = a.credit_id
             where d.amount <= 0 or c.amount >= 0 or d.customer_id <> c.customer_id or d.currency <> c.currency
             order by 1""";

    private static final String LINES_CREDITED_OTHERWISE = """
            with taken as (
                select l.invoice_line_id as id, sum(l.returned) as quantity, sum(l.net) as net
                  from credit_note_line l join credit_note n on n.id = l.credit_note_id
                 where n.state = 'ISSUED' group by 1)
            select l.id, l.net, l.credited_net, t.net from invoice_line l left join taken t on t.id = l.id
             where l.credited_quantity <> coalesce(t.quantity, 0) or l.credited_net <> coalesce(t.net, 0) or t.net > l.net
             order by 1""";

    private static final String CREDITED_OTHERWISE = """
            with credited as (
                select invoice_id as id, sum((totals #>> '{gross,amount}')::numeric) as gross
                  from credit_note where state = 'ISSUED' group by 1)
            select i.number, i.totals #>> '{gross,amount}', c.gross from invoice i left join credited c on c.id = i.id
             where c.gross > (i.totals #>> '{gross,amount}')::numeric
                or coalesce((i.credited #>> '{gross,amount}')::numeric, 0) <> coalesce(c.gross, 0)
             order by 1""";

    private static final String NOT_BOOKED_ONCE = """
            select i.id, i.amount from open_item i
             where i.item_type = 'PAYMENT'
               and (select count(*) from journal_entry e join journal_posting p on p.entry_id = e.id
                     where e.document_id = i.id and e.kind = 'PAYMENT' and p.purpose = 'BANK'
                       and p.debit - p.credit = -i.amount) <> 1
             order by 1""";

    private static final String OUT_OF_BALANCE = """
            select e.kind, e.document_number from journal_entry e left join journal_posting p on p.entry_id = e.id
             group by e.id having coalesce(sum(p.debit - p.credit), 1) <> 0 order by e.id""";

    /** What the books say that customers owe, or have paid for nobody knows what, and what stands open on their accounts. */
    private static final String BOOKED_OTHERWISE = """
            with booked as (
                select purpose, sum(debit - credit) as balance from journal_posting
                 where purpose in ('RECEIVABLE', 'UNALLOCATED') group by 1),
            stands as (
                select case item_type when 'PAYMENT' then 'UNALLOCATED' else item_type end as purpose, sum(open) as open
                  from open_item group by 1)
            select purpose, balance, open from booked full join stands using (purpose)
             where coalesce(balance, 0) <> coalesce(open, 0)""";

    private static final String REVENUE = """
            select (select coalesce(sum((totals #>> '{net,amount}')::numeric), 0) from invoice where state = 'ISSUED')
                 - (select coalesce(sum((totals #>> '{net,amount}')::numeric), 0) from credit_note where state = 'ISSUED')""";

    private static final String COST = "select coalesce(sum(cost), 0) from cost_item";

    @Override
    public String says() {
        return "15. What is owed, paid and credited agrees: on accounts, in the books and in the margins";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        var databases = evidence.databases();
        findings.count(
                "payments", databases.number(BILLING, "select count(*) from open_item where item_type = 'PAYMENT'"));
        findings.count("allocations", databases.number(BILLING, "select count(*) from allocation"));
        findings.count(
                "credit notes", databases.number(BILLING, "select count(*) from credit_note where state = 'ISSUED'"));
        findings.offences("open otherwise than it was paid or set off", databases.rows(BILLING, WRONGLY_OPEN));
        findings.offences("of two customers, or both of one side", databases.rows(BILLING, UNLIKE));
        findings.offences("a line credited otherwise than it says", databases.rows(BILLING, LINES_CREDITED_OTHERWISE));
        findings.offences("credited otherwise than it says", databases.rows(BILLING, CREDITED_OTHERWISE));
        findings.offences("a payment not booked, or twice", databases.rows(BILLING, NOT_BOOKED_ONCE));
        findings.offences("booked out of balance", databases.rows(BILLING, OUT_OF_BALANCE));
        findings.offences("books and accounts differ", databases.rows(BILLING, BOOKED_OTHERWISE));
        margins(evidence, findings);
    }

    /** However they are added up: the same, and what was invoiced less what was credited and what it cost. */
    private static void margins(Evidence evidence, Findings findings) {
        var byMonth = read(evidence, "MONTH");
        var byTechnician = read(evidence, "TECHNICIAN");
        same(findings, "revenue by month and by technician", sum(byMonth, "revenue"), sum(byTechnician, "revenue"));
        same(findings, "cost by month and by technician", sum(byMonth, "cost"), sum(byTechnician, "cost"));
        same(
                findings,
                "margin and revenue less cost",
                sum(byMonth, "margin"),
                sum(byMonth, "revenue").subtract(sum(byMonth, "cost")));
        same(
                findings,
                "revenue of margins and of documents",
                sum(byMonth, "revenue"),
                number(evidence.databases(), REVENUE));
        same(findings, "cost of margins and of jobs", sum(byMonth, "cost"), number(evidence.databases(), COST));
    }

    private static JsonNode read(Evidence evidence, String by) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return evidence.phone()
                .read(
                        Player.ANA,
                        "/v1/margins?by=%s&from=%s&to=%s&limit=200"
                                .formatted(by, today.minusDays(3), today.plusDays(1)))
                .body()
                .at("/items");
    }

    private static BigDecimal sum(JsonNode margins, String which) {
        var sum = BigDecimal.ZERO;
        for (var margin : margins) {
            sum = sum.add(new BigDecimal(margin.at("/" + which + "/amount").asText()));
        }
        return sum;
    }

    private static BigDecimal number(Databases databases, String sql) {
        return new BigDecimal(databases.list(BILLING, sql).getFirst());
    }

    private static void same(Findings findings, String what, BigDecimal one, BigDecimal other) {
        if (one.compareTo(other) != 0) {
            findings.offence("%s differ: %s and %s".formatted(what, one, other));
        }
    }
}
