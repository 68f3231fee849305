package dev.fieldservice.faults.invariants;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.evidence.Event;
import dev.fieldservice.local.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every event has been dealt with by everybody it is for, and nothing else has. */
final class EventsTakeEffectOnce implements Invariant {

    /** A journey is billed for its time, and for its kilometres. */
    private static final String BILLED = """
            select case when kind = 'KILOMETRES' then source_id || ' by kilometres' else cast(source_id as text) end
              from invoice_line where again_of is null""";

    @Override
    public String says() {
        return "1b. An event is never lost and takes effect once, however often it is delivered";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        findings.count("different events", evidence.events().size());
        versions(evidence, findings);
        for (Service service : Databases.services()) {
            List<String> consumed = Topics.consumedBy(service.module());
            List<Event> due = evidence.events().stream()
                    .filter(event -> consumed.contains(event.topic()))
                    .toList();
            Set<String> dealtWith =
                    new HashSet<>(evidence.databases().list(service, "select topic || ' ' || event_id from inbox"));
            findings.count("due in " + service.module(), due.size());
            due.stream()
                    .map(event -> event.topic() + " " + event.id())
                    .filter(event -> !dealtWith.contains(event))
                    .forEach(event -> findings.offence(service.module() + " has not dealt with " + event));
            due.stream()
                    .flatMap(event -> event.messages().stream()
                            .filter(message -> !message.equals(event.id()))
                            .map(message -> event.topic() + " " + message))
                    .filter(dealtWith::contains)
                    .forEach(message ->
                            findings.offence(service.module() + " took another version for another event: " + message));
        }
        ledger(evidence, findings);
        findings.unique("one usage billed in", evidence.databases().list(Service.BILLING, BILLED));
    }

    /** What is told in several versions is told in each of them. */
    private static void versions(Evidence evidence, Findings findings) {
        findings.count(
                "of them in several versions",
                evidence.events().stream()
                        .filter(event -> event.versions().size() > 1)
                        .count());
        evidence.events().stream()
                .filter(event -> !event.isWhole())
                .forEach(event -> findings.offence("%s %s travels in versions %s and is there in %s"
                        .formatted(
                                event.topic(),
                                event.id(),
                                event.versions(),
                                event.payloads().keySet())));
    }

    /** Each usage and each reversal moved stock once. */
    private static void ledger(Evidence evidence, Findings findings) {
        List<String> moved = evidence.databases()
                .list(
                        Service.INVENTORY,
                        "select source_id from stock_movement where kind in ('CONSUMPTION', 'REVERSAL')");
        findings.unique("one usage moved stock", moved);
        findings.same(
                "told of as used",
                evidence.ids(Topics.PARTS_CONSUMED, "/usageId"),
                "moved stock",
                new HashSet<>(moved));
    }
}
