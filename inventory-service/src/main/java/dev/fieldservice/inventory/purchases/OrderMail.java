package dev.fieldservice.inventory.purchases;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.errands.InventoryErrand;
import dev.fieldservice.inventory.papers.PaperLanguage;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.csv.Csv;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.mail.Attachment;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.mail.MailPurpose;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mail by which an order goes to its supplier: in words, as PDF, and as CSV for the supplier's own system. */
@ApplicationScoped
public class OrderMail implements MailKind<OrderMail.Content> {

    static final String PDF = "application/pdf";

    private static final MailPurpose PURPOSE = new MailPurpose(
            "purchase-order",
            Map.of(
                    "number", "PO-2026-000042",
                    "supplier", "Piese Frig SRL",
                    "company", "Frigo Service",
                    "expected", "2026-03-09",
                    "note", "Vă rugăm să livrați dimineața.",
                    "total", "475.00",
                    "currency", "RON",
                    "lines",
                            List.of(
                                    line("1", "FD-12", "Filtru deshidrator", "10", "EA", "25.00"),
                                    line("2", "TX-2", "Valvă termostatică", "1", "EA", "225.00"))));

    private static final List<String> COLUMNS =
            List.of("position", "number", "partNumber", "name", "quantity", "unit", "unitPrice", "currency");

    /** @param mailId makes the {@code Message-ID} */
    public record Content(UUID orderId, UUID mailId, String recipient) {}

    private final Files files;
    private final PurchaseOrderPapers papers;

    OrderMail(Files files, PurchaseOrderPapers papers) {
        this.files = files;
        this.papers = papers;
    }

    /** Has what is printed sent to where it goes, once the running transaction is committed. */
    static Uni<Void> later(Tx tx, Mails mails, PurchaseOrder order) {
        return mails.later(
                tx,
                InventoryErrand.PURCHASE_ORDER_MAIL,
                order.subject(),
                new Content(order.id(), Ids.next(), order.sentTo));
    }

    @Override
    public List<MailPurpose> purposes() {
        return List.of(PURPOSE);
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Uni<Optional<Mail>> write(Tx tx, Errand<Content> errand) {
        return order(tx, errand)
                .call(order -> tx.session().fetch(order.lines))
                .chain(order -> order.isToBeSent()
                        ? write(tx, order, errand.content())
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** One that was to go before there was paper is printed first, and goes then. */
    private Uni<Optional<Mail>> write(Tx tx, PurchaseOrder order, Content content) {
        return tx.session()
                .find(PurchaseOrderPaper.class, order.id())
                .chain(paper -> paper == null || !paper.isPrinted()
                        ? papers.send(tx, order).replaceWith(Optional.empty())
                        : KnownCompany.read(tx.session())
                                .map(company -> Optional.of(mail(order, paper, company, content))));
    }

    private Mail mail(PurchaseOrder order, PurchaseOrderPaper paper, KnownCompany company, Content content) {
        Map<String, Object> model = new HashMap<>();
        model.put("number", order.number);
        model.put("supplier", order.supplierName);
        model.put("company", company.tradeName());
        model.put("expected", order.expectedOn.toString());
        model.put("note", Optional.ofNullable(order.note).orElse(""));
        model.put("total", order.total().amount().toPlainString());
        model.put("currency", order.currency);
        model.put("lines", order.lines.stream().map(OrderMail::words).toList());
        Attachment pdf = new Attachment(paper.fileName(), PDF, () -> files.read(paper.sha256, OrderMail::bytes));
        byte[] csv = csv(order).getBytes(StandardCharsets.UTF_8);
        Attachment file = new Attachment(
                order.number + ".csv",
                "text/csv;charset=UTF-8",
                () -> Uni.createFrom().item(csv));
        return new Mail(
                content.mailId(),
                PURPOSE.name(),
                languages(paper, company),
                content.recipient(),
                model,
                List.of(pdf, file));
    }

    /** That of the paper; where it is the company's first, all of the company's. */
    private static List<String> languages(PurchaseOrderPaper paper, KnownCompany company) {
        return paper.language == PaperLanguage.first(company.languages())
                ? company.languages()
                : List.of(paper.language.tag());
    }

    private static Map<String, String> words(PurchaseOrderLine line) {
        return line(
                Integer.toString(line.position),
                Optional.ofNullable(line.supplierNumber).orElse(line.partNumber),
                line.partName,
                line.quantity.toPlainString(),
                line.unit,
                line.unitPrice.toPlainString());
    }

    private static Map<String, String> line(
            String position, String number, String name, String quantity, String unit, String price) {
        return Map.of(
                "position", position,
                "number", number,
                "name", name,
                "quantity", quantity,
                "unit", unit,
                "price", price);
    }

    private static String csv(PurchaseOrder order) {
        return Csv.write(
                COLUMNS,
                order.lines.stream()
                        .<List<?>>map(line -> Arrays.asList(
                                line.position,
                                line.supplierNumber,
                                line.partNumber,
                                line.partName,
                                line.quantity,
                                line.unit,
                                line.unitPrice,
                                order.currency))
                        .toList());
    }

    private static byte[] bytes(InputStream file) {
        try {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Uni<Void> sent(Tx tx, Errand<Content> errand) {
        return order(tx, errand)
                .invoke(order -> order.sent(errand.content().recipient(), tx.by()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(Tx tx, Errand<Content> errand, String why) {
        return order(tx, errand).invoke(order -> order.notSent(why)).replaceWithVoid();
    }

    private static Uni<PurchaseOrder> order(Tx tx, Errand<Content> errand) {
        return tx.load(PurchaseOrder.class, errand.content().orderId());
    }
}
