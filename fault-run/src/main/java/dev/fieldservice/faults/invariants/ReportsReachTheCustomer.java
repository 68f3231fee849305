package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.WORKORDER;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.faults.evidence.Postbox;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every closed job has its report, and who was to have one found it in the mailbox under one {@code Message-ID}. */
final class ReportsReachTheCustomer implements Invariant {

    private static final String WITHOUT = """
            select number from work_order w where state = 'CLOSED'
               and not exists (select from service_report r where r.work_order_id = w.id and r.replaced_by is null
                                and r.state = 'ISSUED' and jsonb_array_length(r.files -> 'items') > 0)
             order by number""";

    private static final String AHEAD = """
            select r.order_number, r.edition from service_report r join work_order w on w.id = r.work_order_id
             where w.state <> 'CLOSED' order by 1, 2""";

    /** A file that nobody claims is swept. */
    private static final String UNCLAIMED = """
            select r.order_number, r.edition, f ->> 'language'
              from service_report r, jsonb_array_elements(r.files -> 'items') f
             where not exists (select from stored_file s join file_claim c on c.file_id = s.id
                                where s.sha256 = f ->> 'sha256' and c.owner = r.id and s.swept_at is null)
             order by 1, 2""";

    /** What was printed after the edition that replaces it, as a process died in between, goes to nobody any more. */
    private static final String UNSENT = """
            select r.order_number, r.edition from service_report r
              left join service_report n on n.id = r.replaced_by
             where r.facts -> 'job' -> 'approver' ->> 'email' is not null
               and (n.id is null or r.issued_at < n.issued_at)
               and not exists (select from report_delivery d where d.report_id = r.id)
             order by 1, 2""";

    private static final String DELIVERIES = "select id, state, recipient from report_delivery order by id";

    private record Delivery(String id, String state, String recipient) {
        static Delivery of(Row row) {
            return new Delivery(row.get(0), row.get(1), row.get(2));
        }

        /** A newer edition went there in its place; it may have been on its way all the same. */
        boolean isSuperseded() {
            return state.equals("SUPERSEDED");
        }

        String messageId() {
            return Postbox.messageId(WORKORDER, id);
        }
    }

    @Override
    public String says() {
        return "12. A closed job has a report that is issued, and it lies in the mailbox of whoever was to have it";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        var databases = evidence.databases();
        findings.count("reports", databases.number(WORKORDER, "select count(*) from service_report"));
        findings.offences("closed, and no report", databases.list(WORKORDER, WITHOUT));
        findings.offences("a report of what is not closed", databases.rows(WORKORDER, AHEAD));
        findings.offences("a file that nobody keeps", databases.rows(WORKORDER, UNCLAIMED));
        findings.offences("not sent to the approver", databases.rows(WORKORDER, UNSENT));
        List<Delivery> deliveries =
                databases.rows(WORKORDER, DELIVERIES).stream().map(Delivery::of).toList();
        findings.count("sent by mail", deliveries.size());
        deliveries.stream()
                .filter(delivery ->
                        !delivery.isSuperseded() && !delivery.state().equals("HANDED_OVER"))
                .forEach(delivery -> findings.offence("not handed over: " + delivery));
        arrived(evidence, findings, deliveries);
    }

    private static void arrived(Evidence evidence, Findings findings, List<Delivery> deliveries) {
        Set<String> addresses =
                deliveries.stream().map(Delivery::recipient).collect(Collectors.toCollection(TreeSet::new));
        Map<String, List<String>> mails = new Postbox(evidence.stack()).ids(addresses);
        Set<String> superseded = ids(deliveries.stream().filter(Delivery::isSuperseded));
        Set<String> there = mails.values().stream()
                .flatMap(Collection::stream)
                .filter(id -> Postbox.isOf(WORKORDER, id) && !superseded.contains(id))
                .collect(Collectors.toSet());
        Set<String> promised = ids(deliveries.stream().filter(delivery -> !delivery.isSuperseded()));
        findings.same("a report in a mailbox", there, "in the log of deliveries", promised);
    }

    private static Set<String> ids(Stream<Delivery> deliveries) {
        return deliveries.map(Delivery::messageId).collect(Collectors.toSet());
    }
}
