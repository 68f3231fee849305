package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.INVENTORY;

import dev.fieldservice.faults.evidence.Postbox;
import dev.fieldservice.faults.workload.Call.Outcome;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Of what was ordered that much has come as the ledger says, its supplier was told once, and asks money for it once. */
final class PurchasesAddUp implements Invariant {

    private static final Pattern RECEIVE = Pattern.compile("/v1/purchase-orders/([^/]+)/receive");

    private static final String RECEIVED_OTHERWISE = """
            select o.number, l.position, l.received, coalesce(b.booked, 0)
              from purchase_order o join purchase_order_line l on l.purchase_order_id = o.id
              left join (select r.line_id, sum(m.quantity) + sum(coalesce(back.quantity, 0)) as booked
                           from purchase_receipt r join stock_movement m on m.id = r.receipt_id
                           left join stock_movement back on back.reversal_of = m.source_id
                          group by 1) b on b.line_id = l.id
             where l.received <> coalesce(b.booked, 0)
             order by 1, 2""";

    private static final String BOOKED_OTHERWISE = """
            select o.number, r.delivery_note, r.quantity, m.quantity, r.taken_back
              from purchase_receipt r
              join purchase_order o on o.id = r.purchase_order_id
              join purchase_order_line l on l.id = r.line_id
              left join stock_movement m on m.id = r.receipt_id and m.kind = 'RECEIPT' and m.part_id = l.part_id
                                        and m.location_id = o.location_id
             where m.quantity is distinct from r.quantity
                or r.taken_back <> exists (select from stock_movement back where back.reversal_of = m.source_id)
             order by 1, 2""";

    private static final String IN_ANOTHER_STATE = """
            select o.number, o.state, o.ordered_at, sum(l.received), bool_and(l.received >= l.quantity)
              from purchase_order o join purchase_order_line l on l.purchase_order_id = o.id
             group by o.id
            having not case o.state
                       when 'DRAFT' then sum(l.received) = 0 and o.ordered_at is null
                       when 'ORDERED' then sum(l.received) = 0 and o.ordered_at is not null
                       when 'PARTIALLY_RECEIVED' then sum(l.received) > 0 and not bool_and(l.received >= l.quantity)
                       when 'RECEIVED' then bool_and(l.received >= l.quantity) or o.ended_because is not null
                       else sum(l.received) = 0 end
             order by 1""";

    private static final String INVOICED_OTHERWISE = """
            select o.number, l.position, l.invoiced, coalesce(a.asked, 0)
              from purchase_order o join purchase_order_line l on l.purchase_order_id = o.id
              left join (select asked.value ->> 'lineId' as line, sum((asked.value ->> 'quantity')::numeric) as asked
                           from supplier_invoice i, jsonb_array_elements(i.lines -> 'items') asked
                          where i.state <> 'REJECTED' group by 1) a on a.line = l.id::text
             where l.invoiced <> coalesce(a.asked, 0)
             order by 1, 2""";

    private static final String TO_BE_PAID_AND_NOT_COME = """
            select i.number, i.state, l.invoiced, l.received
              from supplier_invoice i cross join lateral jsonb_array_elements(i.lines -> 'items') asked
              join purchase_order_line l on l.id::text = asked.value ->> 'lineId'
             where i.state in ('TO_PAY', 'PAID') and i.decided_because is null
               and l.invoiced > l.received
             order by 1""";

    /** A file that nobody claims is swept. */
    private static final String NOT_ON_PAPER = """
            select o.number from purchase_order o
             where o.ordered_at is not null
               and not exists (select from purchase_order_paper p join stored_file f on f.sha256 = p.sha256
                                 join file_claim c on c.file_id = f.id and c.owner = p.id
                                where p.id = o.id and p.number = o.number and f.swept_at is null)
             order by 1""";

    private static final String NOT_SENT_ONCE = """
            select o.number, o.sent_to, o.sent_at, o.send_failure from purchase_order o
             where o.state not in ('DRAFT', 'CANCELLED')
               and (o.sent_at is null
                    or (select count(*) from history h where h.subject_id = o.id and h.action = 'MAIL_SENT') <> 1)
             order by 1""";

    private static final String SENT =
            "select sent_to, count(*) from purchase_order where sent_at is not null group by 1 order by 1";

    @Override
    public String says() {
        return "17. Of what is bought that much has come as the ledger says; its supplier has each order in the mailbox once,"
                + " and asks money for it once";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        var databases = evidence.databases();
        findings.count("orders to suppliers", databases.number(INVENTORY, "select count(*) from purchase_order"));
        findings.count("deliveries", databases.number(INVENTORY, "select count(*) from purchase_receipt"));
        findings.count("suppliers' invoices", databases.number(INVENTORY, "select count(*) from supplier_invoice"));
        findings.offences("order, line, received, booked differ", databases.rows(INVENTORY, RECEIVED_OTHERWISE));
        findings.offences("a delivery booked otherwise", databases.rows(INVENTORY, BOOKED_OTHERWISE));
        findings.offences("in a state that does not fit", databases.rows(INVENTORY, IN_ANOTHER_STATE));
        findings.offences("order, line, invoiced, asked differ", databases.rows(INVENTORY, INVOICED_OTHERWISE));
        findings.offences("to be paid and not come", databases.rows(INVENTORY, TO_BE_PAID_AND_NOT_COME));
        findings.offences("not on paper", databases.list(INVENTORY, NOT_ON_PAPER));
        findings.offences("not sent, or twice", databases.rows(INVENTORY, NOT_SENT_ONCE));
        answered(evidence, findings);
        arrived(evidence, findings);
    }

    /** Each delivery that somebody was answered is there, and no other, but where nobody was answered: of one line each. */
    private static void answered(Evidence evidence, Findings findings) {
        Map<String, Long> answered = evidence.calls().all().stream()
                .filter(call -> call.outcome() == Outcome.OK)
                .flatMap(call -> RECEIVE.matcher(call.path()).results())
                .map((MatchResult path) -> path.group(1))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        Map<String, Long> there =
                evidence.databases().list(INVENTORY, "select purchase_order_id from purchase_receipt").stream()
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        Set<String> unanswered = evidence.calls().all().stream()
                .filter(call -> call.outcome() == Outcome.UNKNOWN)
                .flatMap(call -> RECEIVE.matcher(call.path()).results())
                .map((MatchResult path) -> path.group(1))
                .collect(Collectors.toSet());
        var _ = answered.keySet().removeAll(unanswered);
        var _ = there.keySet().removeAll(unanswered);
        findings.same("deliveries answered", pairs(answered), "deliveries booked", pairs(there));
    }

    private static Set<String> pairs(Map<String, Long> counts) {
        var pairs = new HashSet<String>();
        counts.forEach((order, times) -> pairs.add(times + " of order " + order));
        return pairs;
    }

    /** As many mails of ours lie there as orders went there, each under an id of its own, however often it came. */
    private static void arrived(Evidence evidence, Findings findings) {
        var postbox = new Postbox(evidence.stack());
        evidence.databases().rows(INVENTORY, SENT).forEach(sent -> {
            long mails = postbox.ids(sent.get(0)).stream()
                    .filter(id -> Postbox.isOf(INVENTORY, id))
                    .distinct()
                    .count();
            if (mails != Long.parseLong(sent.get(1))) {
                findings.offence("%s orders went to %s, where %d lie".formatted(sent.get(1), sent.get(0), mails));
            }
        });
    }
}
