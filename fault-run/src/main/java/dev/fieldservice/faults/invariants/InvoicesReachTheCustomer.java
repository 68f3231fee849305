package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.BILLING;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.faults.evidence.Postbox;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every issued invoice, and every credit note, has its files, and its customer found it in the mailbox under one {@code Message-ID}. */
final class InvoicesReachTheCustomer implements Invariant {

    private static final String WITHOUT = """
        select number from (select id, number, state from invoice union all select id, number, state from credit_note) i
         where state = 'ISSUED'
           and not exists (select from issued_document d join einvoice e on e.id = d.id
                            where d.id = i.id and d.number = i.number and jsonb_array_length(d.files -> 'items') > 1)
         order by number\
        """;

    private static final String AHEAD = """
        select d.number from issued_document d
         where not exists (select from invoice i where i.id = d.id and i.state = 'ISSUED')
           and not exists (select from credit_note n where n.id = d.id and n.state = 'ISSUED')
         order by number\
        """;

    /** A file that nobody claims is swept. */
    private static final String UNCLAIMED = """
        select d.number, f ->> 'language'
          from issued_document d, jsonb_array_elements(d.files -> 'items') f
         where not exists (select from stored_file s join file_claim c on c.file_id = s.id
                            where s.sha256 = f ->> 'sha256' and c.owner = d.id and s.swept_at is null)
         order by 1, 2\
        """;

    /** By itself each is sent once. */
    private static final String UNSENT = """
        select d.number from issued_document d
         where d.document -> 'buyer' ->> 'email' is not null
           and (select count(*) from document_delivery v where v.document_id = d.id and v.requested_by is null) <> 1
         order by 1\
        """;

    private static final String DELIVERIES = "select id, state, recipient from document_delivery order by id";

    private record Delivery(String id, String state, String recipient) {
        static Delivery of(Row row) {
            return new Delivery(row.get(0), row.get(1), row.get(2));
        }

        String messageId() {
            return Postbox.messageId(BILLING, id);
        }
    }

    @Override
    public String says() {
        return "13. An issued invoice or credit note has its PDF and its XML, and lies in the mailbox of its customer";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        var databases = evidence.databases();
        findings.count("documents", databases.number(BILLING, "select count(*) from issued_document"));
        findings.offences("issued, and no files", databases.list(BILLING, WITHOUT));
        findings.offences("a document of what is not issued", databases.list(BILLING, AHEAD));
        findings.offences("a file that nobody keeps", databases.rows(BILLING, UNCLAIMED));
        findings.offences("not sent to the customer, or twice", databases.list(BILLING, UNSENT));
        List<Delivery> deliveries =
                databases.rows(BILLING, DELIVERIES).stream().map(Delivery::of).toList();
        findings.count("sent by mail", deliveries.size());
        deliveries.stream()
                .filter(delivery -> !delivery.state().equals("HANDED_OVER"))
                .forEach(delivery -> findings.offence("not handed over: " + delivery));
        arrived(evidence, findings, deliveries);
    }

    private static void arrived(Evidence evidence, Findings findings, List<Delivery> deliveries) {
        Set<String> addresses =
                deliveries.stream().map(Delivery::recipient).collect(Collectors.toCollection(TreeSet::new));
        Map<String, List<String>> mails = new Postbox(evidence.stack()).ids(addresses);
        Set<String> there = mails.values().stream()
                .flatMap(Collection::stream)
                .filter(id -> Postbox.isOf(BILLING, id))
                .collect(Collectors.toSet());
        Set<String> promised = deliveries.stream().map(Delivery::messageId).collect(Collectors.toSet());
        findings.same("an invoice in a mailbox", there, "in the log of deliveries", promised);
    }
}
