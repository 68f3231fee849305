package dev.fieldservice.billing.invoices;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An invoice's year and date are those of the company's clock. */
@QuarkusTest
@WithTestResource(RealServers.class)
class InvoiceNumbersTest {

    private static final UUID COMPANY = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Instant LAST_HALF_HOURS_OF_2026 = Instant.parse("2026-12-31T22:30:00Z");
    private static long version = 10;

    @Inject
    UnitOfWork unit;

    @Inject
    InvoiceNumbers numbers;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void theCompanyIsForgotten() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            "update known_company set company_version = -1, time_zone = 'Europe/Bucharest', currency = 'RON'");
        }
    }

    @Test
    void beforeTheCompanyIsHeardOfItIsInBucharest() throws Throwable {
        assertThat(next().issueDate()).isEqualTo(LocalDate.parse("2027-01-01"));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Bucharest, FS-2027-, 2027-01-01", "America/New_York, FS-2026-, 2026-12-31"})
    void yearAndDateAreTheCompanys(String zone, String year, LocalDate date) throws Throwable {
        isTold(UUID.randomUUID(), ++version, zone);
        eventually(() -> assertThat(known("time_zone")).isEqualTo(zone));

        assertThat(next().text()).startsWith(year);
        assertThat(next().issueDate()).isEqualTo(date);
    }

    @Test
    void whatIsOlderOrToldTwiceChangesNothing() {
        UUID event = UUID.randomUUID();
        version += 2;
        isTold(event, version, "Europe/Vienna");
        isTold(UUID.randomUUID(), version - 1, "Europe/Paris");
        isTold(event, version, "Europe/Vienna");
        isTold(UUID.randomUUID(), ++version, "Europe/Madrid");
        isTold(event, version - 1, "Europe/Vienna");

        eventually(() -> assertThat(known("time_zone")).isEqualTo("Europe/Madrid"));
        assertThat(known("company_version")).isEqualTo(String.valueOf(version));
    }

    @Test
    void theSellersIdentityIsKept() {
        isTold(UUID.randomUUID(), ++version, "Europe/Bucharest");

        eventually(() -> assertThat(known("seller ->> 'vatId'")).isEqualTo("RO18547290"));
        assertThat(known("seller #>> '{address,city}'")).isEqualTo("București");
        assertThat(known("currency")).isEqualTo("RON");
        assertThat(known("trade_name")).isEqualTo("Frigotehnica");
    }

    /** The number that would be given; the transaction is undone, so that the others' numbers have no gap. */
    private InvoiceNumber next() throws Throwable {
        AtomicReference<InvoiceNumber> given = new AtomicReference<>();
        By by = By.service("billing-service", LAST_HALF_HOURS_OF_2026, null, null);
        VertxContextSupport.subscribeAndAwait(() -> unit.run(
                        by,
                        tx -> KnownCompany.read(tx.session())
                                .chain(company -> numbers.next(tx, company.zone(), "FS"))
                                .invoke(given::set)
                                .chain(() -> Uni.createFrom()
                                        .<Void>failure(new Refusal.Conflict("undone", "undone").refused())))
                .onFailure(Refused.class)
                .recoverWithNull());
        return given.get();
    }

    private static void isTold(UUID event, long version, String zone) {
        ObjectNode company = (ObjectNode) Contracts.sample(Topics.COMPANY_CHANGED, Map.of("timeZone", zone));
        Events.publish(Topics.COMPANY_CHANGED, COMPANY, event, company.put("companyVersion", version));
    }

    private String known(String what) {
        try (Connection connection = database.getConnection();
                ResultSet answer =
                        connection.createStatement().executeQuery("select " + what + " from known_company")) {
            return answer.next() ? answer.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
