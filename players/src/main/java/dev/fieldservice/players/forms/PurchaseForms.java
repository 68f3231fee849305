package dev.fieldservice.players.forms;

import java.time.LocalDate;
import java.util.UUID;

/** What the buyer, the store and accounting fill in about what is bought. */
public final class PurchaseForms {

    private PurchaseForms() {}

    /** One whose name nobody else has. */
    public static String supplier() {
        return """
                {"name": "Frigotehnica SA %s", "taxId": "RO1590082", "email": "comenzi@frigotehnica.example",
                 "currency": "RON", "paymentDays": 30}""".formatted(UUID.randomUUID().toString().substring(0, 8));
    }

    /** In packs of one. @param price in lei per unit of the part */
    public static String offer(String supplier, String part, String unit, String price) {
        return """
                {"supplierId": "%s", "partId": "%s", "supplierNumber": "FT-%s", "packSize": "1",
                 "unitPrice": {"amount": "%s", "currency": "RON"}, "leadTimeDays": 3, "preferred": true, "offered": true}""".formatted(supplier, part, unit, price);
    }

    /** At the price at which it is offered. */
    public static String order(String supplier, String location, String part, String amount, String unit) {
        return """
                {"supplierId": "%s", "locationId": "%s", "lines": [
                 {"partId": "%s", "quantity": {"amount": "%s", "unit": "%s"}}]}""".formatted(supplier, location, part, amount, unit);
    }

    /** So much of a line, on a delivery note of its own. */
    public static String delivery(String line, String amount, String unit) {
        return """
                {"deliveryNote": "AV %s", "lines": [{"lineId": "%s", "quantity": {"amount": "%s", "unit": "%s"}}]}""".formatted(UUID.randomUUID().toString().substring(0, 8), line, amount, unit);
    }

    public static String proposal(String location) {
        return """
                {"locationId": "%s"}""".formatted(location);
    }

    /** Of one unit of one line, without tax. @param price in lei */
    public static String invoice(String order, String line, String unit, String price, LocalDate issuedOn) {
        return """
                {"purchaseOrderId": "%1$s", "number": "FT %2$s", "issuedOn": "%3$s",
                 "net": {"amount": "%4$s", "currency": "RON"}, "tax": {"amount": "0.00", "currency": "RON"},
                 "lines": [{"lineId": "%5$s", "quantity": {"amount": "1", "unit": "%6$s"},
                            "unitPrice": {"amount": "%4$s", "currency": "RON"}}]}""".formatted(order, UUID.randomUUID().toString().substring(0, 8), issuedOn, price, line, unit);
    }
}
