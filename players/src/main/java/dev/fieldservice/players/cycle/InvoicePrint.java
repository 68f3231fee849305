package dev.fieldservice.players.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.story.Story;
import java.math.BigDecimal;

/** Shows an invoice on the console. */
final class InvoicePrint {

    private static final String RULE = "  " + "─".repeat(92);
    private final Story story;

    InvoicePrint(Story story) {
        this.story = story;
    }

    void print(JsonNode invoice) {
        story.line(RULE);
        story.line("  INVOICE %s   %s"
                .formatted(
                        invoice.at("/number").asText(),
                        invoice.at("/buyer/name").asText()));
        for (JsonNode line : invoice.at("/lines")) {
            story.line("  %2d  %-46s %9s %-4s × %12s  %12s"
                    .formatted(
                            line.at("/position").asInt(),
                            line.at("/description").asText(),
                            line.at("/quantity").asText(),
                            line.at("/unit").asText(),
                            price(line),
                            line.at("/net/amount").asText()));
        }
        story.line("  %-72s %14s".formatted("Net", amount(invoice, "net")));
        story.line("  %-72s %14s".formatted("Tax", amount(invoice, "tax")));
        story.line("  %-72s %14s".formatted("Total", amount(invoice, "gross")));
        story.line(RULE);
    }

    /** An hourly rate is for 60 minutes. */
    private static String price(JsonNode line) {
        var base = new BigDecimal(line.at("/priceBaseQuantity").asText("1")).stripTrailingZeros();
        var price = line.at("/unitPrice/amount").asText();
        return base.compareTo(BigDecimal.ONE) == 0 ? price : price + " / " + base.toPlainString();
    }

    private static String amount(JsonNode invoice, String total) {
        JsonNode money = invoice.at("/totals/" + total);
        return money.at("/amount").asText() + " " + money.at("/currency").asText();
    }
}
