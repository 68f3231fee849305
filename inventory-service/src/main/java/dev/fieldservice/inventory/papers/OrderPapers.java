package dev.fieldservice.inventory.papers;

import static java.util.Objects.requireNonNullElse;

import dev.fieldservice.inventory.papers.OrderPaper.Line;
import dev.fieldservice.inventory.papers.OrderPaper.Party;
import dev.fieldservice.platform.papers.Paper;
import dev.fieldservice.platform.papers.Papers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays orders, and what goes back of them, out on paper. What is not known is an empty text. */
@ApplicationScoped
public class OrderPapers {

    private static final String TEMPLATE = "purchase-order";

    private final Papers papers;

    OrderPapers(Papers papers) {
        this.papers = papers;
    }

    /** Takes a processor for a while. */
    public Paper paper(OrderPaper order, PaperLanguage language) {
        return paper(order, language, PaperForm.PURCHASE_ORDER);
    }

    /** The same in other words. */
    public Paper paper(OrderPaper order, PaperLanguage language, PaperForm form) {
        Wording words = new Wording(language, form);
        Map<String, Object> model = new HashMap<>();
        model.put("language", language.tag());
        model.put("w", words.all());
        model.put("number", order.number());
        model.put("orderedOn", words.date(order.orderedOn()));
        model.put("expectedOn", order.expectedOn() == null ? "" : words.date(order.expectedOn()));
        model.put("orderedBy", requireNonNullElse(order.orderedBy(), ""));
        model.put("buyer", party(order.buyer()));
        model.put("supplier", party(order.supplier()));
        model.put("place", requireNonNullElse(order.place(), ""));
        model.put("note", requireNonNullElse(order.note(), ""));
        model.put("lines", order.lines().stream().map(line -> line(line, words)).toList());
        model.put("total", words.money(order.total()));
        model.put("currency", order.total().currency());
        return new Paper(papers.page(TEMPLATE, model), Map.of());
    }

    private static Map<String, Object> party(Party party) {
        return Map.of(
                "name", party.name(),
                "address", Wording.address(party.address()),
                "taxId", requireNonNullElse(party.taxId(), ""),
                "registration", requireNonNullElse(party.registrationNumber(), ""),
                "reach",
                        Stream.of(party.phone(), party.email())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · ")));
    }

    private static Map<String, Object> line(Line line, Wording words) {
        return Map.of(
                "position", line.position(),
                "number", requireNonNullElse(line.supplierNumber(), ""),
                "name", line.name(),
                "own", line.partNumber(),
                "quantity", words.quantity(line.quantity(), line.unit()),
                "price", words.price(line.unitPrice()),
                "net", words.money(line.net()));
    }
}
