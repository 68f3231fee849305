package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order on paper: frozen when it is placed, printed once, and sent with the mail. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OrderPaperTest {

    private static final UUID COMPANY = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final Mailbox supplier = Mailbox.of("comenzi");
    private Buying buying;

    @BeforeEach
    void thereIsASupplier() {
        buying = Buying.inLei();
    }

    @Test
    void itSaysWhatWasKnownWhenItWasPlacedAndStaysSo() throws Exception {
        isCalled("Frigotehnica Service SRL", 100);
        eventually(() -> assertThat(text(printed(buying.ordered("1", "1.00")))).contains("RO18547290"));
        becomes(Map.of("email", supplier.address()));
        UUID order = buying.ordered("20", "214.55");
        byte[] paper = printed(order);
        assertThat(text(paper))
                .contains("Frigotehnica Service SRL", "Strada Industriilor 12", buying.name(), "Duba de rezervă")
                .contains(
                        "Agent frigorific R-449A",
                        "20 kg",
                        "4.291,00 RON",
                        Buying.read(order).<String>path("number"))
                .contains(Buying.read(order).<String>path("orderedBy"));
        eventually(() -> assertThat(supplier.mails()).hasSize(1));
        assertThat(attached(order, 0)).isEqualTo(paper);

        isCalled("Altă Firmă SRL", 101);
        becomes(Map.of("email", supplier.address(), "name", buying.name() + " și fiii", "language", "de"));
        post(Person.BOGDAN, path(order) + "/send").then().statusCode(200);

        eventually(() -> assertThat(supplier.mails()).hasSize(2));
        assertThat(attached(order, 1)).isEqualTo(paper);
        assertThat(printed(order)).isEqualTo(paper);
        assertThatThrownBy(() -> Rows.changing("update purchase_order_paper set paper = '{}' where id = ?", order))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changes");
    }

    @Test
    void itIsInTheSuppliersLanguageAndSoIsTheMail() throws Exception {
        becomes(Map.of("email", supplier.address(), "language", "de"));
        UUID order = buying.ordered("20", "214.55");

        assertThat(text(printed(order)))
                .contains("Bestellung", "Lieferung erwartet")
                .doesNotContain("Comandă");
        eventually(() -> assertThat(supplier.mails()).hasSize(1));
        assertThat(supplier.mails().getFirst().subject())
                .startsWith("Bestellung PO-")
                .doesNotContain("Comanda", "Purchase order");
        changed(Map.of("language", "fr")).then().statusCode(400).body("errors[0].pointer", equalTo("/language"));
    }

    @Test
    void aDraftIsOnNoPaperAndPaperIsForTheOffice() {
        UUID draft = Buying.id(post(Person.BOGDAN, "/v1/purchase-orders", buying.wanted("20", "1.00")));
        pdf(Person.BOGDAN, draft).then().statusCode(409).body("code", equalTo("not-on-paper"));
        pdf(Person.BOGDAN, UUID.randomUUID()).then().statusCode(404);
        pdf(Person.TUDOR, draft).then().statusCode(403);
    }

    private static String path(UUID order) {
        return "/v1/purchase-orders/" + order;
    }

    private static Response pdf(Person who, UUID order) {
        return as(who).accept(ContentType.ANY).get(path(order) + "/pdf");
    }

    /** Once it is. */
    private static byte[] printed(UUID order) {
        eventually(() -> pdf(Person.STELA, order).then().statusCode(200).contentType("application/pdf"));
        return pdf(Person.STELA, order).asByteArray();
    }

    private byte[] attached(UUID order, int mail) {
        return supplier.mails().get(mail).files().get(Buying.read(order).<String>path("number") + ".pdf");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private void becomes(Map<String, Object> more) {
        changed(more).then().statusCode(200);
    }

    private Response changed(Map<String, Object> more) {
        String path = "/v1/suppliers/" + buying.supplier();
        Map<String, Object> details =
                new HashMap<>(Map.of("name", buying.name(), "currency", "RON", "paymentDays", 30));
        details.putAll(more);
        return put(Person.BOGDAN, path, get(Person.BOGDAN, path).header("ETag"), details);
    }

    private static void isCalled(String name, int version) {
        ObjectNode company = (ObjectNode) Contracts.sample(Topics.COMPANY_CHANGED, Map.of("companyVersion", version));
        company.withObject("/seller").put("legalName", name);
        Events.publish(Topics.COMPANY_CHANGED, COMPANY, UUID.randomUUID(), company);
    }
}
