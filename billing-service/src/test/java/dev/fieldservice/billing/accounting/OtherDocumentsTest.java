package dev.fieldservice.billing.accounting;

import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.billing.accounting.Booking.Amount;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever has another document than an invoice books it in the same way: once, in balance, and margins follow. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OtherDocumentsTest {

    private static final LocalDate DAY = LocalDate.parse("2002-05-06");
    private static final TaxGroup STANDARD = new TaxGroup(TaxCategory.S, new BigDecimal("21"));

    @Inject
    UnitOfWork unit;

    @Inject
    Journal journal;

    @Inject
    AgroalDataSource database;

    private final UUID order = UUID.randomUUID();
    private final UUID document = UUID.randomUUID();

    @Test
    void aCreditNoteTakesFromTheRevenueOfItsJob() throws Throwable {
        jobClosedOn(DAY);
        book(sale(DocumentKind.INVOICE, UUID.randomUUID(), "1"));
        book(sale(DocumentKind.CREDIT_NOTE, document, "-0.25"));

        get(Person.ANA, "/v1/margins?by=JOB&from=%s&to=%s".formatted(DAY, DAY))
                .then()
                .body("items[0].key", equalTo(order.toString()))
                .body("items[0].revenue.amount", equalTo("150.00"));
        entries("CREDIT_NOTE")
                .body("items[0].postings.account", equalTo(List.of("4111", "704", "4427")))
                .body("items[0].postings[0].credit.amount", equalTo("60.50"))
                .body("items[0].postings[1].debit.amount", equalTo("50.00"))
                .body("items[0].postings[2].debit.amount", equalTo("10.50"));
    }

    @Test
    void aPaymentMayBeNobodysAndIsTakenBackOnce() throws Throwable {
        Booking paid = Booking.payment(document, "OP 17", DAY, null, null, lei("121.00"));
        book(paid);
        Booking takenBack = paid.opposite(DocumentKind.PAYMENT_TAKEN_BACK, DAY.plusDays(1));
        book(takenBack);

        entries("PAYMENT")
                .body("items[0].customerId", nullValue())
                .body("items[0].postings.account", equalTo(List.of("5121", "419")));
        entries("PAYMENT_TAKEN_BACK").body("items[0].postings[0].credit.amount", equalTo("121.00"));
        assertThatThrownBy(() -> book(takenBack)).hasStackTraceContaining("journal_entry_document");
        VertxContextSupport.subscribeAndAwait(() -> unit.run(by(), tx -> journal.bookUnlessBooked(tx, takenBack)));
        assertThat(entries("PAYMENT_TAKEN_BACK").extract().<List<?>>path("items"))
                .hasSize(1);
    }

    private ValidatableResponse entries(String kind) {
        return get(
                        Person.ANA,
                        "/v1/journal-entries?from=2002-01-01&to=2002-12-31&kind=%s&documentId=%s"
                                .formatted(kind, document))
                .then()
                .statusCode(200);
    }

    private void book(Booking booking) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> unit.run(by(), tx -> journal.book(tx, booking)));
    }

    private Booking sale(DocumentKind kind, UUID id, String times) {
        BigDecimal factor = new BigDecimal(times);
        return new Booking(
                kind,
                id,
                "FS 1",
                DAY,
                UUID.randomUUID(),
                "Client",
                order,
                List.of(
                        Amount.debit(Purpose.RECEIVABLE, lei("242.00").times(factor)),
                        Amount.sold(Purpose.LABOUR, STANDARD, lei("200.00").times(factor)),
                        Amount.sold(Purpose.TAX, STANDARD, lei("42.00").times(factor))));
    }

    private void jobClosedOn(LocalDate day) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into costed_job (order_id, order_number, ticket_id, ticket_version, closure_number, customer_id,
                           customer_name, closed_on, currency)
                    values ('%s', 'SO-1', gen_random_uuid(), 1, 1, gen_random_uuid(), 'Client', '%s', 'RON')""".formatted(order, day));
        }
    }

    private static By by() {
        return By.service(
                "billing-service",
                Instant.parse("2002-05-06T10:00:00Z"),
                UUID.randomUUID().toString(),
                null);
    }

    private static Money lei(String amount) {
        return new Money(new BigDecimal(amount), "RON");
    }
}
