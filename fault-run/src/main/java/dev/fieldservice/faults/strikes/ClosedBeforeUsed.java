package dev.fieldservice.faults.strikes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.cycle.OpenOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** {@code job-closed} comes before what was used, and a reversal before its usage: the invoice waits and is right. */
record ClosedBeforeUsed() implements Fault {

    @Override
    public String name() {
        return "job-closed before its parts-consumed, a reversal before its usage";
    }

    private record Usage(String id, String part, String amount, String unit) {}

    @Override
    public boolean strike(Field field) {
        Company company = field.company();
        OpenOrder opened = OpenOrder.call(field.phone());
        Crafted events = new Crafted(field, opened);
        Usage first = usage(company.part(Article.VALVE), "1.000", "EA");
        Usage second = usage(company.part(Article.REFRIGERANT), "2.500", "KGM");
        Usage takenBack = usage(company.part(Article.VALVE), "1.000", "EA");

        events.publish(Topics.JOB_CLOSED, closed(events, takenBack, first, second), Service.BILLING, Service.TICKET);
        consume(field, events, first, "");
        consume(field, events, usage(company.part(Article.VALVE), "1.000", "EA"), takenBack.id());
        consume(field, events, takenBack, "");
        String waiting = state(field, opened);
        consume(field, events, second, "");
        field.observe(
                "the invoice waits until all that was used is known",
                waiting.equals("WAITING") && state(field, opened).equals("INVOICED"),
                "order " + opened.order() + " was " + waiting + " and is " + state(field, opened));
        List<String> billed = field.databases()
                .list(
                        Service.BILLING,
                        "select source_id from invoice_line l join invoice i on i.id = l.invoice_id where order_id = ? order by 1",
                        UUID.fromString(opened.order()));
        field.observe(
                "what was taken back is not billed, whatever came first",
                billed.equals(java.util.stream.Stream.of(first.id(), second.id())
                        .sorted()
                        .toList()),
                "billed: " + billed);
        issue(field, opened);
        return true;
    }

    private static Usage usage(String part, String amount, String unit) {
        return new Usage(UUID.randomUUID().toString(), part, amount, unit);
    }

    private static ObjectNode closed(Crafted events, Usage takenBack, Usage... usages) {
        ObjectNode closed = events.sample(Topics.JOB_CLOSED);
        String now = now();
        closed.put("closedAt", now);
        closed.putArray("labour");
        closed.putArray("reversedUsageIds").add(takenBack.id());
        ArrayNode list = closed.putArray("usages");
        for (Usage usage : usages) {
            ObjectNode one = list.addObject();
            one.put("usageId", usage.id());
            one.put("partId", usage.part());
            one.put("partNumber", "X");
            one.put("partName", "X");
            one.putObject("quantity").put("amount", usage.amount()).put("unit", usage.unit());
        }
        return closed;
    }

    private static void consume(Field field, Crafted events, Usage usage, String reversalOf) {
        Technician technician = field.company().technicians().getFirst();
        ObjectNode consumed = events.sample(Topics.PARTS_CONSUMED);
        consumed.put("usageId", usage.id());
        consumed.put("partId", usage.part());
        consumed.putObject("quantity").put("amount", usage.amount()).put("unit", usage.unit());
        consumed.put("stockLocationId", technician.van());
        consumed.put("technicianId", technician.person().id());
        consumed.put("occurredAt", now());
        if (!reversalOf.isEmpty()) {
            consumed.put("reversalOf", reversalOf);
        }
        events.publish(Topics.PARTS_CONSUMED, consumed, Service.BILLING, Service.INVENTORY);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String state(Field field, OpenOrder opened) {
        List<String> states = field.databases()
                .list(Service.BILLING, "select state from billing_case where id = ?", UUID.fromString(opened.order()));
        return states.isEmpty() ? "unknown" : states.getFirst();
    }

    private static void issue(Field field, OpenOrder opened) {
        String invoice = field.phone()
                .get(Player.ANA, "/v1/invoices?orderId=" + opened.order())
                .text("/items/0/id");
        field.phone().post(Player.ANA, "/v1/invoices/" + invoice + "/issue", "");
        field.phone().awaitState(Player.DANA, "/v1/tickets/" + opened.ticket(), "CLOSED");
    }
}
