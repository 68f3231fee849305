package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this service knows of the company, and the year of its numbers. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CompanyTest {

    private static final UUID COMPANY = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Instant LAST_HALF_HOURS_OF_2026 = Instant.parse("2026-12-31T22:30:00Z");
    private static long version = 10;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void itIsTodayAgain() throws SQLException {
        MovableClock.reset();
        forgetTheCompany();
    }

    @Test
    void beforeTheCompanyIsHeardOfItIsInBucharest() throws SQLException {
        forgetTheCompany();
        MovableClock.set(LAST_HALF_HOURS_OF_2026);

        assertThat(Job.waiting().seen().<String>path("number")).startsWith("SO-2027-");
    }

    @ParameterizedTest
    @CsvSource({"Europe/Bucharest, SO-2027-", "America/New_York, SO-2026-", "UTC, SO-2026-"})
    void theYearOfAnOrderIsTheCompanys(String zone, String year) {
        isTold(UUID.randomUUID(), ++version, zone);
        eventually(() -> assertThat(known()).isEqualTo(zone + " " + version));
        MovableClock.set(LAST_HALF_HOURS_OF_2026);

        assertThat(Job.waiting().seen().<String>path("number")).startsWith(year);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Bucharest, 2027-01-01", "America/New_York, 2026-12-31"})
    void aTechniciansDayIsThatOfTheCompanysClock(String zone, String day) {
        isTold(UUID.randomUUID(), ++version, zone);
        eventually(() -> assertThat(known()).isEqualTo(zone + " " + version));
        Mechanic tudor = Mechanic.register("Tudor Ionescu");
        MovableClock.set(LAST_HALF_HOURS_OF_2026);

        assertThat(tudor.gets("/v1/my-day").<String>path("date")).isEqualTo(day);
        assertThat(tudor.posts("/v1/my-day/next", Map.of()).<String>path("date"))
                .isEqualTo(day);
    }

    @Test
    void whatIsOlderOrToldTwiceChangesNothing() {
        UUID event = UUID.randomUUID();
        version += 2;
        isTold(event, version, "Europe/Vienna");
        isTold(UUID.randomUUID(), version - 1, "Europe/Paris");
        isTold(event, version, "Europe/Vienna");
        eventually(() -> assertThat(known()).isEqualTo("Europe/Vienna " + version));

        isTold(UUID.randomUUID(), ++version, "Europe/Madrid");
        isTold(event, version - 1, "Europe/Vienna");
        eventually(() -> assertThat(known()).isEqualTo("Europe/Madrid " + version));
    }

    @Test
    void theCalendarIsKeptAsItWasTold() throws SQLException {
        isTold(UUID.randomUUID(), ++version, "Europe/Bucharest");
        eventually(() -> assertThat(known()).endsWith(" " + version));

        assertThat(ask("select calendar #>> '{specialDays,1,name}' from known_company"))
                .isEqualTo("Paștele");
        assertThat(ask("select calendar #>> '{workingHours,0,hours,1,from}' from known_company"))
                .isEqualTo("12:30");
        assertThat(ask("select calendar ->> 'through' from known_company")).isEqualTo("2029-12-31");
    }

    private static void isTold(UUID event, long version, String zone) {
        ObjectNode company = (ObjectNode) Contracts.sample(Topics.COMPANY_CHANGED, Map.of("timeZone", zone));
        Events.publish(Topics.COMPANY_CHANGED, COMPANY, event, company.put("companyVersion", version));
    }

    private String known() throws SQLException {
        return ask("select time_zone || ' ' || company_version from known_company");
    }

    private String ask(String question) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet answer = connection.createStatement().executeQuery(question)) {
            return answer.next() ? answer.getString(1) : null;
        }
    }

    private void forgetTheCompany() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            "update known_company set company_version = -1, time_zone = 'Europe/Bucharest', languages = '{ro,en}'");
        }
    }
}
