package dev.fieldservice.faults.invariants;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.local.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers without gaps that rise with the time of issue, and sums that add up as EN 16931 demands. */
final class InvoicesAreInOrder implements Invariant {

    private static final String WRONG_SUMS = """
            with rates as (
                select invoice_id, sum(net) as net, round(sum(net) * tax_percent / 100, 2) as tax
                  from invoice_line where not taken_out group by invoice_id, tax_category, tax_percent),
            sums as (select invoice_id, sum(net) as net, sum(tax) as tax from rates group by invoice_id)
            select i.id, i.number, s.net, s.tax, i.totals from invoice i join sums s on s.invoice_id = i.id
             where (i.totals #>> '{net,amount}')::numeric <> s.net
                or (i.totals #>> '{tax,amount}')::numeric <> s.tax and i.cause <> 'CREDIT_REVERSED'
                or (i.totals #>> '{gross,amount}')::numeric
                       <> (i.totals #>> '{net,amount}')::numeric + (i.totals #>> '{tax,amount}')::numeric""";

    private static final String NUMBERS = """
            select number, to_char(issued_at, 'YYYYMMDDHH24MISSUS') from invoice where number is not null
            union all
            select number, to_char(issued_at, 'YYYYMMDDHH24MISSUS') from credit_note where number is not null
            order by number""";

    private static final String WRONG_LINES = """
            select id, quantity, unit_price, price_base, net from invoice_line
             where net <> round(quantity * unit_price / price_base, 2)""";

    private static final String NOT_BOOKED = """
            with issued as (
                select id, number, (totals #>> '{gross,amount}')::numeric as owed from invoice where state = 'ISSUED'
                union all
                select id, number, -(totals #>> '{gross,amount}')::numeric from credit_note where state = 'ISSUED')
            select i.id, i.number, i.owed, p.owed from issued i
              left join (select e.document_id, sum(p.debit - p.credit) as owed
                           from journal_entry e join journal_posting p on p.entry_id = e.id
                          where p.purpose = 'RECEIVABLE' group by e.document_id) p on p.document_id = i.id
             where i.owed <> coalesce(p.owed, 0)""";

    @Override
    public String says() {
        return "4. Invoice numbers are gapless and ascending; lines + tax = total";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        List<Row> issued = evidence.databases().rows(Service.BILLING, NUMBERS);
        findings.count("issued invoices and credit notes", issued.size());
        numbers(issued, findings);
        counters(evidence, issued, findings);
        Set<String> told = new HashSet<>(evidence.ids(Topics.INVOICE_ISSUED, "/number"));
        told.addAll(evidence.ids(Topics.CREDIT_NOTE_ISSUED, "/number"));
        findings.same(
                "told of as issued",
                told,
                "issued",
                issued.stream().map(row -> row.get(0)).collect(Collectors.toCollection(HashSet::new)));
        findings.offences("sums do not add up", evidence.databases().rows(Service.BILLING, WRONG_SUMS));
        findings.offences("not booked as issued", evidence.databases().rows(Service.BILLING, NOT_BOOKED));
        findings.offences("a line is not quantity × price", evidence.databases().rows(Service.BILLING, WRONG_LINES));
    }

    private static void numbers(List<Row> issued, Findings findings) {
        Map<String, Long> last = new HashMap<>();
        Map<String, String> lastAt = new HashMap<>();
        for (Row row : issued) {
            String series = series(row.get(0));
            long number = Long.parseLong(row.get(0).substring(series.length()));
            if (number != last.getOrDefault(series, 0L) + 1) {
                findings.offence(row.get(0) + " follows " + series + last.getOrDefault(series, 0L));
            }
            if (row.get(1).compareTo(lastAt.getOrDefault(series, "")) < 0) {
                findings.offence(row.get(0) + " was issued before the number before it");
            }
            last.put(series, number);
            lastAt.put(series, row.get(1));
        }
    }

    private static String series(String number) {
        return number.substring(0, number.lastIndexOf('-') + 1);
    }

    private static void counters(Evidence evidence, List<Row> issued, Findings findings) {
        evidence
                .databases()
                .rows(Service.BILLING, "select series || '-' || year || '-', last from invoice_counter")
                .stream()
                .filter(counter -> issued.stream()
                                .filter(row -> series(row.get(0)).equals(counter.get(0)))
                                .count()
                        != Long.parseLong(counter.get(1)))
                .forEach(counter -> findings.offence("the counter says " + counter));
    }
}
