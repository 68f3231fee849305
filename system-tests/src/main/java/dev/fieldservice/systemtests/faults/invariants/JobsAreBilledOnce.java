package dev.fieldservice.systemtests.faults.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.local.Service;
import dev.fieldservice.systemtests.faults.evidence.Databases.Row;
import dev.fieldservice.systemtests.faults.evidence.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One invoice or one "nothing to bill" for each closed job; every usage and every hour on one line. */
final class JobsAreBilledOnce implements Invariant {

    /** Hours are billed in hundredths, rounded half up; what rounds to nothing is on no invoice. */
    private static final Duration SHORTEST = Duration.ofSeconds(18);

    @Override
    public String says() {
        return "2. Each closed job yields one invoice or one \"nothing to bill\"; nothing is billed twice or not at all";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Set<String> closed = evidence.ids(Topics.JOB_CLOSED, "/orderId");
        closed.addAll(evidence.databases().list(Service.WORKORDER, "select id from work_order where state = 'CLOSED'"));
        findings.count("closed jobs", closed.size());
        decisions(evidence, findings, closed);
        lines(evidence, findings, closed);
        findings.offences(
                "came after the decision",
                evidence.databases().list(Service.BILLING, "select id from billing_case where unexpected"));
    }

    private static void decisions(Evidence evidence, Findings findings, Set<String> closed) {
        List<String> invoiced = evidence.databases().list(Service.BILLING, "select order_id from invoice");
        List<String> nothing = evidence.on(Topics.NOTHING_TO_BILL)
                .map(event -> event.text("/orderId"))
                .toList();
        findings.count("invoices", invoiced.size());
        findings.count("times nothing to bill", nothing.size());
        findings.unique("invoiced", invoiced);
        findings.unique("nothing to bill", nothing);
        Set<String> decided = new HashSet<>(invoiced);
        decided.addAll(nothing);
        findings.same("closed", closed, "billed or recorded as nothing to bill", decided);
        findings.offences(
                "both invoiced and nothing to bill",
                nothing.stream().filter(invoiced::contains).toList());
    }

    private static void lines(Evidence evidence, Findings findings, Set<String> closed) {
        Map<String, String> used = new HashMap<>();
        Set<String> takenBack = new HashSet<>();
        evidence.on(Topics.PARTS_CONSUMED)
                .filter(event -> closed.contains(event.text("/orderId")))
                .forEach(event -> {
                    if (event.payload().has("reversalOf")) {
                        takenBack.add(event.text("/reversalOf"));
                    } else {
                        used.put(event.text("/usageId"), event.text("/orderId"));
                    }
                });
        Set<String> due = Findings.without(used.keySet(), takenBack);
        due.addAll(hours(evidence));
        List<Row> lines = evidence.databases()
                .rows(
                        Service.BILLING,
                        "select source_id, order_id from invoice_line l join invoice i on i.id = l.invoice_id");
        List<String> billed = lines.stream().map(line -> line.get(0)).toList();
        findings.count("usages and hours to bill", due.size());
        findings.count("lines", lines.size());
        findings.unique("billed", billed);
        findings.same("to be billed", due, "on an invoice", new HashSet<>(billed));
        lines.stream()
                .filter(line -> !used.getOrDefault(line.get(0), line.get(1)).equals(line.get(1)))
                .forEach(line -> findings.offence("on the invoice of another job: " + line));
    }

    private static Set<String> hours(Evidence evidence) {
        return evidence.on(Topics.JOB_CLOSED)
                .map(Event::payload)
                .flatMap(closed -> StreamSupport.stream(closed.at("/labour").spliterator(), false))
                .filter(JobsAreBilledOnce::isBillable)
                .map(entry -> entry.at("/entryId").asText())
                .collect(Collectors.toSet());
    }

    private static boolean isBillable(JsonNode entry) {
        Instant start = Instant.parse(entry.at("/startedAt").asText());
        Instant end = Instant.parse(entry.at("/endedAt").asText());
        return Duration.between(start, end).compareTo(SHORTEST) >= 0;
    }
}
