package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that could not be printed: that is said of them, and sending them once more begins anew. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OrderPrintingTest {

    /** What it says on paper is what another order says. */
    private static final String TRIED_TOO_OFTEN = """
            with placed as (
                update purchase_order set state = 'ORDERED', ordered_at = now(), expected_on = current_date where id = ?
                returning id, number),
            frozen as (
                insert into purchase_order_paper (id, version, number, language, paper)
                select placed.id, 0, placed.number, other.language, other.paper
                  from placed join purchase_order_paper other on other.id = ?)
            insert into errand (id, kind, subject_kind, subject_id, content, state, due, next_at, attempts, repeating, created_at)
            select gen_random_uuid(), 'PURCHASE_ORDER_PAPER', 'purchase-order', id, cast(json_build_object('orderId', id) as text),
                   'WAITING', now(), now(), 100, false, now()
              from placed""";

    @Inject
    AgroalDataSource database;

    private final Mailbox supplier = Mailbox.of("comenzi");
    private Buying buying;

    @BeforeEach
    void aSupplierTakesOrders() {
        buying = Buying.inLei();
        String path = "/v1/suppliers/" + buying.supplier();
        Map<String, Object> details =
                Map.of("name", buying.name(), "currency", "RON", "paymentDays", 30, "email", supplier.address());
        put(Person.BOGDAN, path, get(Person.BOGDAN, path).header("ETag"), details)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasGivenUpIsSaidAndGoesWhenItIsSentOnceMore() throws SQLException {
        UUID other = buying.ordered("1", "1.00");
        eventually(() -> assertThat(supplier.mails()).hasSize(1));
        UUID order = Buying.id(post(Person.BOGDAN, "/v1/purchase-orders", buying.wanted("20", "1.00")));
        isPlacedAndTriedTooOften(order, other);
        eventually(() -> Buying.read(order).then().body("sendFailure", equalTo("The last attempts left no result.")));

        post(Person.BOGDAN, path(order) + "/send").then().statusCode(200).body("sendFailure", nullValue());

        eventually(() -> assertThat(supplier.mails()).hasSize(2));
        String number = Buying.read(order).path("number");
        byte[] printed = as(Person.STELA)
                .accept("application/pdf")
                .get(path(order) + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(supplier.mails().getLast().files().get(number + ".pdf")).isEqualTo(printed);
    }

    private void isPlacedAndTriedTooOften(UUID order, UUID other) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement tried = connection.prepareStatement(TRIED_TOO_OFTEN)) {
            tried.setObject(1, order);
            tried.setObject(2, other);
            assertThat(tried.executeUpdate()).isOne();
        }
    }

    private static String path(UUID order) {
        return "/v1/purchase-orders/" + order;
    }
}
