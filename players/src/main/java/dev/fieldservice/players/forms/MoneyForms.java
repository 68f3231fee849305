package dev.fieldservice.players.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the accountant sends about an invoice that is issued: what is credited, what was paid, and for what. */
public final class MoneyForms {

    private MoneyForms() {}

    /** All that is left of one line of an invoice. */
    public static String credit(String line) {
        return """
                {"reason": "Clientul contestă poziția", "lines": [{"invoiceLineId": "%s"}]}""".formatted(line);
    }

    /** @param reference what the customer wrote */
    public static String payment(String customer, JsonNode amount, LocalDate on, String reference) {
        return """
                {"customerId": "%s", "amount": %s, "receivedOn": "%s", "reference": "%s"}""".formatted(customer, amount, on, reference);
    }

    /** @param owed an invoice @param credit a payment, or a credit note */
    public static String allocation(String owed, String credit, JsonNode amount) {
        return """
                {"debitId": "%s", "creditId": "%s", "amount": %s}""".formatted(owed, credit, amount);
    }

    /** A line that no report has. */
    public static String fee() {
        return """
                {"kind": "OTHER", "description": "Taxă de urgență", "quantity": "1", "unit": "C62",
                 "unitPrice": {"amount": "120.00", "currency": "RON"}, "reason": "Cum s-a convenit"}""";
    }

    /** One line of a draft goes to a draft of its own. */
    public static String split(String line) {
        return """
                {"lineIds": ["%s"], "reason": "Se facturează separat"}""".formatted(line);
    }

    /** To whom a document goes by mail, besides the billing address. */
    public static String sendTo(String address) {
        return """
                {"to": "%s"}""".formatted(address);
    }

    /** Why finance sends a closed job back. */
    public static String shortcoming(String kind, String reason) {
        return """
                {"shortcoming": "%s", "reason": "%s"}""".formatted(kind, reason);
    }

    /** An amount of money in the currency of another. */
    public static JsonNode money(BigDecimal amount, JsonNode like) {
        return ((ObjectNode) like.deepCopy()).put("amount", amount.toPlainString());
    }
}
