package dev.fieldservice.players.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the buyer, the store and accounting fill in about what is bought. */
public final class PurchaseForms {

    private static final BigDecimal TAX = new BigDecimal("0.21");

    private PurchaseForms() {}

    /** One whose name and mailbox nobody else has. */
    public static String supplier() {
        var one = UUID.randomUUID().toString().substring(0, 8);
        return """
                {"name": "Piese Frig SRL %1$s", "taxId": "RO1590082", "email": "comenzi.%1$s@piesefrig.example",
                 "currency": "RON", "paymentDays": 30}""".formatted(one);
    }

    /** In packs of one. @param price in lei per unit of the part */
    public static String offer(String supplier, String part, String unit, String price) {
        return offerInPacks(supplier, part, "1", unit, price);
    }

    /** @param price in lei per unit of the part */
    public static String offerInPacks(String supplier, String part, String pack, String unit, String price) {
        return """
                {"supplierId": "%s", "partId": "%s", "supplierNumber": "FT-%s", "packSize": "%s",
                 "unitPrice": {"amount": "%s", "currency": "RON"}, "leadTimeDays": 3, "preferred": true, "offered": true}""".formatted(supplier, part, unit, pack, price);
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

    /** All that is proposed but these parts. */
    public static String acceptance(List<String> without) {
        return """
                {"withoutPartIds": [%s]}""".formatted(without.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")));
    }

    /** Of one unit of one line, without tax. @param price in lei */
    public static String invoice(String order, String line, String unit, String price, LocalDate issuedOn) {
        return invoice(order, line, "1", unit, price, BigDecimal.ZERO, issuedOn);
    }

    /** Of so much of one line, with tax. @param price in lei */
    public static String invoice(
            String order, String line, String amount, String unit, String price, LocalDate issuedOn) {
        return invoice(order, line, amount, unit, price, TAX, issuedOn);
    }

    private static String invoice(
            String order, String line, String amount, String unit, String price, BigDecimal tax, LocalDate issuedOn) {
        var net = new BigDecimal(amount).multiply(new BigDecimal(price)).setScale(2, RoundingMode.HALF_UP);
        return """
                {"purchaseOrderId": "%s", "number": "FT %s", "issuedOn": "%s",
                 "net": {"amount": "%s", "currency": "RON"}, "tax": {"amount": "%s", "currency": "RON"},
                 "lines": [{"lineId": "%s", "quantity": {"amount": "%s", "unit": "%s"},
                            "unitPrice": {"amount": "%s", "currency": "RON"}}]}""".formatted(
                        order,
                        UUID.randomUUID().toString().substring(0, 8),
                        issuedOn,
                        net.toPlainString(),
                        net.multiply(tax).setScale(2, RoundingMode.HALF_UP).toPlainString(),
                        line,
                        amount,
                        unit,
                        price);
    }

    /** So much of one receipt. */
    public static String supplierReturn(String supplier, String receipt, String amount, String unit) {
        return """
                {"supplierId": "%s", "lines": [{"receiptId": "%s", "quantity": {"amount": "%s", "unit": "%s"}}]}""".formatted(supplier, receipt, amount, unit);
    }

    public static String paid(LocalDate on) {
        return """
                {"paidOn": "%s"}""".formatted(on);
    }
}
