package dev.fieldservice.billing.invoices;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds the lines of an invoice against what its work charges by the rules in force. Lines that a person has put right, split or
 * taken out, or that are credited, and all others of the same usage or time entry, are left as they are; so are those of which a
 * part is on another invoice.
 */
final class LineShapes {

    private final List<InvoiceLine> lines;
    private final List<Charge> wanted;
    private final Map<Charge.Key, Integer> places = new HashMap<>();
    private final Map<Charge.Key, InvoiceLine> ours;

    LineShapes(List<InvoiceLine> lines, Work work, List<Charge> all) {
        Set<UUID> byHand = lines.stream()
                .filter(line -> !line.followsWork())
                .map(line -> line.sourceId)
                .collect(Collectors.toSet());
        this.lines = lines;
        this.wanted = all.stream()
                .filter(charge -> !byHand.contains(charge.origin().id()))
                .filter(charge -> !work.isElsewhere(charge.kind(), charge.origin()))
                .toList();
        this.ours = lines.stream()
                .filter(line -> !byHand.contains(line.sourceId))
                .filter(line -> !work.isElsewhere(line.kind, line.origin()))
                .collect(Collectors.toMap(InvoiceLine::key, Function.identity()));
        all.forEach(charge -> places.put(charge.key(), places.size()));
    }

    /** Whether there are just the lines that are wanted. */
    boolean fit() {
        return wanted.size() == ours.size() && wanted.stream().allMatch(this::isThere);
    }

    private boolean isThere(Charge charge) {
        InvoiceLine line = ours.get(charge.key());
        return line != null && line.charges(charge);
    }

    /** Makes them so: those that go on stay the same lines, and what is new stands where it belongs. */
    void make(Invoice invoice) {
        Set<Charge.Key> keys = wanted.stream().map(Charge::key).collect(Collectors.toSet());
        boolean areOthers = lines.removeIf(line -> line == ours.get(line.key()) && !keys.contains(line.key()));
        for (Charge charge : wanted) {
            InvoiceLine line = ours.get(charge.key());
            if (line == null) {
                areOthers |= lines.add(new InvoiceLine(invoice, charge));
            } else {
                line.take(charge);
            }
        }
        if (areOthers) {
            lines.sort(Comparator.comparing(line -> places.getOrDefault(line.key(), Integer.MAX_VALUE)));
            number();
        }
    }

    private void number() {
        int position = 0;
        for (InvoiceLine line : lines) {
            position++;
            line.position = position;
        }
    }
}
