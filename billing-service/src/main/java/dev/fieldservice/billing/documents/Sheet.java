package dev.fieldservice.billing.documents;

import static java.util.Objects.requireNonNullElse;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.documents.InvoiceDocument.Line;
import dev.fieldservice.billing.documents.InvoiceDocument.TaxSum;
import dev.fieldservice.contracts.CustomerRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template of an invoice speaks of, in the words of one language. What is not known is an empty text. */
final class Sheet {

    private static final int GROUP = 4;

    /** What is longer has to be broken to fit. */
    private static final int LONGEST_UNBROKEN = 20;

    private final Printable printable;
    private final InvoiceDocument document;
    private final DocumentLanguage language;
    private final Wording words;

    Sheet(Printable printable, DocumentLanguage language) {
        this.printable = printable;
        this.document = printable.document();
        this.language = language;
        this.words = Wording.of(language);
    }

    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("language", language.tag());
        model.put("w", words.all());
        model.put("title", words.of("title", document.type().name()));
        model.put("isDraft", printable.isDraft());
        model.put("isInvoice", document.type() == DocumentType.INVOICE);
        model.put("number", requireNonNullElse(document.number(), ""));
        model.put("issueDate", words.date(document.issueDate()));
        model.put("dueDate", words.date(document.dueDate()));
        model.put("deliveredOn", words.date(document.delivered().on()));
        model.put("order", requireNonNullElse(document.orderNumber(), ""));
        model.put("ticket", requireNonNullElse(document.ticketNumber(), ""));
        model.put("currency", document.currency());
        model.put(
                "seller",
                Optional.ofNullable(document.seller()).map(Sheet::seller).orElse(Map.of("name", "")));
        model.put("buyer", buyer(document.buyer()));
        model.put("lines", document.lines().stream().map(this::line).toList());
        model.put("taxes", document.taxes().stream().map(this::tax).toList());
        model.put("reasons", reasons());
        model.put("net", words.money(document.net()));
        model.put("tax", words.money(document.tax()));
        model.put("gross", words.money(document.gross()));
        model.put("lei", document.vatInLei().map(words::money).orElse(""));
        model.put(
                "rate",
                Optional.ofNullable(document.exchange()).map(words::rate).orElse(""));
        model.put(
                "rateOf",
                Optional.ofNullable(document.exchange())
                        .map(rate -> words.date(rate.day()))
                        .orElse(""));
        model.put("notes", document.notes());
        model.put("preceding", preceding());
        return model;
    }

    private static Map<String, Object> seller(Seller seller) {
        return Map.of(
                "name", seller.legalName(),
                "address", Wording.address(seller.address()),
                "vatId", requireNonNullElse(seller.vatId(), ""),
                "registration", requireNonNullElse(seller.registrationNumber(), ""),
                "legal", requireNonNullElse(seller.legalInformation(), ""),
                "reach", joined(seller.phone(), seller.email()),
                "iban", grouped(requireNonNullElse(seller.iban(), "")),
                "bank", requireNonNullElse(seller.bank(), ""));
    }

    private static Map<String, Object> buyer(CustomerRef buyer) {
        return Map.of(
                "name", requireNonNullElse(buyer.name(), ""),
                "address", Wording.address(buyer.billingAddress()),
                "taxId", requireNonNullElse(buyer.taxId(), ""),
                "reach", joined(buyer.phone(), buyer.email()));
    }

    private Map<String, Object> line(Line line) {
        return Map.of(
                "position", line.position(),
                "words", said(line),
                "reason", Optional.ofNullable(line.reason()).map(words::reason).orElse(""),
                "day", words.date(line.performedOn()),
                "quantity", words.quantity(line.quantity(), line.unit()),
                "price", words.price(line.unitPrice(), line.priceBase(), line.unit()),
                "tax", line.category() == null ? "" : line.category() + " " + words.percent(line.taxPercent()),
                "net", words.money(line.net()));
    }

    /** In the language of the paper, as far as nobody wrote it; times and numbers are not broken off in the middle. */
    private List<Map<String, Object>> said(Line line) {
        return Optional.ofNullable(line.text())
                .map(text -> Arrays.stream(words.line(text).split(" ", -1))
                        .map(word -> word(word, word.length() <= LONGEST_UNBROKEN))
                        .toList())
                .orElseGet(() -> List.of(word(line.name(), false)));
    }

    private static Map<String, Object> word(String text, boolean isWhole) {
        return Map.of("text", text, "isWhole", isWhole);
    }

    private Map<String, Object> tax(TaxSum sum) {
        return Map.of(
                "category", sum.category().name(),
                "percent", words.percent(sum.percent()),
                "taxable", words.money(sum.taxable()),
                "tax", words.money(sum.tax()));
    }

    /** Why something is not taxed: in the reader's language where it follows from the category. */
    private List<String> reasons() {
        return document.taxes().stream()
                .filter(sum -> sum.reason() != null)
                .map(sum -> sum.category() + ": "
                        + (sum.reason().equals(sum.category().exemptionReason())
                                ? words.of("reason", sum.category().name())
                                : sum.reason()))
                .toList();
    }

    private String preceding() {
        return Optional.ofNullable(document.preceding())
                .map(before -> before.number() + " / " + words.date(before.issueDate()))
                .orElse("");
    }

    /** As it is read and typed. */
    private static String grouped(String iban) {
        return iban.replace(" ", "").replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
