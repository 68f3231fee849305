package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is ordered goes to the supplier by mail, in words, as PDF and as CSV. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OrderMailTest {

    private Buying buying;
    private final Mailbox supplier = Mailbox.of("comenzi");

    @BeforeEach
    void thereIsASupplier() {
        buying = Buying.inLei();
    }

    @Test
    void whatIsOrderedIsSentOnceAndOnceMoreOnCommand() {
        takesOrdersAt(supplier.address());
        buying.offers(buying.van().part(), "214.55", "10", true).then().statusCode(201);

        UUID order = buying.ordered("20", null);

        eventually(() -> assertThat(supplier.mails()).hasSize(1));
        String number = Buying.read(order).path("number");
        Mailbox.Mail mail = supplier.mails().getFirst();
        assertThat(mail.subject()).contains("Comanda " + number).contains("Purchase order " + number);
        assertThat(mail.text())
                .contains("1. FT-449, Agent frigorific R-449A: 20.000 KGM la 214.5500 RON")
                .contains("4291.00 RON");
        assertThat(mail.files().keySet()).containsExactly(number + ".pdf", number + ".csv");
        assertThat(new String(mail.files().get(number + ".csv"), StandardCharsets.UTF_8))
                .startsWith("position,number,partNumber,name,quantity,unit,unitPrice,currency\r\n1,FT-449,")
                .endsWith(",Agent frigorific R-449A,20.000,KGM,214.5500,RON\r\n");
        eventually(() -> Buying.read(order)
                .then()
                .body("sentTo", equalTo(supplier.address()))
                .body("sendFailure", nullValue()));
        eventually(() -> assertThat(Buying.read(order).<String>path("sentAt")).isNotNull());

        post(Person.BOGDAN, "/v1/purchase-orders/" + order + "/send").then().statusCode(200);
        eventually(() -> assertThat(supplier.mails())
                .extracting(Mailbox.Mail::id)
                .hasSize(2)
                .doesNotHaveDuplicates());
    }

    @Test
    void withoutAnAddressNothingIsSent() {
        UUID order = buying.ordered("20", "1.00");
        Buying.read(order).then().body("sentTo", nullValue());
        post(Person.BOGDAN, "/v1/purchase-orders/" + order + "/send")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-address"));
    }

    private void takesOrdersAt(String address) {
        String path = "/v1/suppliers/" + buying.supplier();
        put(
                        Person.BOGDAN,
                        path,
                        get(Person.BOGDAN, path).header("ETag"),
                        Map.of("name", buying.name(), "currency", "RON", "paymentDays", 30, "email", address))
                .then()
                .statusCode(200);
    }
}
