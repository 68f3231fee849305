package dev.fieldservice.faults.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.local.Service;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One invoice or one "nothing to bill" for each closed job; every usage on one line, every hour in full on one for each day. What was
 * credited may be billed once more.
 */
final class JobsAreBilledOnce implements Invariant {

    /** Time is billed in thousandths of minutes, rounded half up; what rounds to none is on no invoice. */
    private static final BigDecimal MILLIS_PER_MINUTE = new BigDecimal(60_000);

    private static final String MINUTES = """
            select source_id, trim_scale(sum(quantity)) from invoice_line
             where unit = 'MIN' and again_of is null group by source_id""";

    private static final String TWICE_NET_OF_CREDITS = """
            select l.source_id, sum(l.quantity - l.credited_quantity), sum(l.quantity) filter (where l.again_of is null)
              from invoice_line l join invoice i on i.id = l.invoice_id
             where i.state <> 'VOIDED' and not l.taken_out and l.source_id is not null and l.unit <> 'C62'
             group by 1 having sum(l.quantity - l.credited_quantity) > sum(l.quantity) filter (where l.again_of is null)
             order by 1""";

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
                "billed twice, net of what was credited",
                evidence.databases().rows(Service.BILLING, TWICE_NET_OF_CREDITS));
        findings.offences(
                "came after the decision",
                evidence.databases().list(Service.BILLING, "select id from billing_case where unexpected"));
    }

    private static void decisions(Evidence evidence, Findings findings, Set<String> closed) {
        List<String> invoiced =
                evidence.databases().list(Service.BILLING, "select order_id from invoice where cause = 'JOB'");
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
                    if (!event.text("/reversalOf").isEmpty()) {
                        takenBack.add(event.text("/reversalOf"));
                    } else {
                        used.put(event.text("/usageId"), event.text("/orderId"));
                    }
                });
        Set<String> due = Findings.without(used.keySet(), takenBack);
        Map<String, String> hours = hours(evidence);
        due.addAll(hours.keySet());
        List<Row> lines = evidence.databases()
                .rows(
                        Service.BILLING,
                        "select l.source_id, i.order_id, l.performed_on, l.kind from invoice_line l join invoice i on i.id = l.invoice_id where l.again_of is null");
        List<String> billed = lines.stream().map(line -> line.get(0)).toList();
        findings.count("usages and hours to bill", due.size());
        findings.count("lines", lines.size());
        findings.unique(
                "billed",
                lines.stream()
                        .map(line -> line.get(0) + " of " + line.get(2) + ", " + line.get(3))
                        .toList());
        findings.same("minutes of work", pairs(hours), "minutes billed", pairs(minutes(evidence)));
        findings.same("to be billed", due, "on an invoice", new HashSet<>(billed));
        lines.stream()
                .filter(line -> !used.getOrDefault(line.get(0), line.get(1)).equals(line.get(1)))
                .forEach(line -> findings.offence("on the invoice of another job: " + line));
    }

    /** How many minutes each entry is to be billed with. */
    private static Map<String, String> hours(Evidence evidence) {
        return evidence.on(Topics.JOB_CLOSED)
                .flatMap(closed -> StreamSupport.stream(closed.at("/labour").spliterator(), false))
                .filter(entry -> minutes(entry).signum() > 0)
                .collect(Collectors.toMap(
                        entry -> entry.at("/entryId").asText(),
                        entry -> minutes(entry).stripTrailingZeros().toPlainString(),
                        (a, b) -> b));
    }

    private static Map<String, String> minutes(Evidence evidence) {
        return evidence.databases().rows(Service.BILLING, MINUTES).stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
    }

    private static Set<String> pairs(Map<String, String> minutes) {
        return minutes.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.toSet());
    }

    private static BigDecimal minutes(JsonNode entry) {
        Instant start = Instant.parse(entry.at("/startedAt").asText());
        Instant end = Instant.parse(entry.at("/endedAt").asText());
        return new BigDecimal(Duration.between(start, end).toMillis())
                .divide(MILLIS_PER_MINUTE, 3, RoundingMode.HALF_UP);
    }
}
