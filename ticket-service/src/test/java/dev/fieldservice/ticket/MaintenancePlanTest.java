package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that comes again: its tickets are made ahead, once, whatever happens meanwhile. It is the first of March 2027, a Monday. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MaintenancePlanTest {

    /** Those who would do the same again: replicas that died, or lived too long. */
    private static final String DOUBLED = """
            insert into errand (id, kind, subject_kind, subject_id, correlation_id, content, state, due, next_at, attempts, repeating, created_at)
            select gen_random_uuid(), kind, subject_kind, subject_id, correlation_id, content, state, due, next_at, 0, repeating, created_at
              from errand cross join generate_series(1, 8)
             where kind = 'MAINTENANCE_PLAN' and subject_id = ?""";

    @Inject
    AgroalDataSource database;

    private Supermarket supermarket;

    @BeforeEach
    void itIsTheFirstOfMarch() {
        Frigotehnica.change(Frigotehnica.details()).then().statusCode(200);
        supermarket = Supermarket.register();
        Maintained.itIs("2027-03-01T08:00:00Z");
    }

    @AfterEach
    void itIsNowAgain() {
        MovableClock.reset();
    }

    @Test
    void ticketsAreMadeAheadForTheirDay() throws SQLException {
        Maintained plan = Maintained.planned(Maintained.onMondays(supermarket));
        plan.hasMade("2027-03-08");

        String ticket = plan.ticketFor("2027-03-08");
        plan.ticket(ticket)
                .then()
                .body("channel", equalTo("PLAN"))
                .body("state", equalTo("NEW"))
                .body("planId", equalTo(plan.id()))
                .body("plannedFor", equalTo("2027-03-08"))
                .body("assetId", equalTo(supermarket.assetId()))
                .body("respondBy", equalTo("2027-03-10T22:00:00Z"));
        assertThat(nextLook(plan)).isEqualTo("2027-03-07T22:00:00Z");

        Maintained.itIs("2027-03-07T22:00:00Z");
        plan.hasMade("2027-03-08", "2027-03-15");
        Maintained.itIs("2027-03-14T22:00:00Z");
        plan.hasMade("2027-03-08", "2027-03-15", "2027-03-22");
        Maintained.itIs("2027-03-21T22:00:00Z");
        plan.hasMade("2027-03-08", "2027-03-15", "2027-03-22", "2027-03-29");
        // On the 28th the clock is put forward.
        assertThat(nextLook(plan)).isEqualTo("2027-03-28T21:00:00Z");
        plan.does("end");
    }

    @Test
    void whoeverComesToDoTheSameAgainMakesNoSecondTicket() throws SQLException {
        Maintained plan = Maintained.planned(Maintained.onMondays(supermarket));
        plan.hasMade("2027-03-08");
        assertThat(nextLook(plan)).isEqualTo("2027-03-07T22:00:00Z");
        doubled(plan);

        Maintained.itIs("2027-03-07T22:00:00Z");
        plan.hasMade("2027-03-08", "2027-03-15");
        Maintained.itIs("2027-03-14T22:00:00Z");
        plan.hasMade("2027-03-08", "2027-03-15", "2027-03-22");

        get(Person.DANA, "/v1/tickets?planId=" + plan.id()).then().body("items", hasSize(3));
        plan.does("end");
    }

    @Test
    void afterAMonthWithoutServiceOneTicketStandsForWhatWasMissed() {
        Maintained plan = Maintained.planned(Maintained.onMondays(supermarket));
        plan.hasMade("2027-03-08");

        Maintained.itIs("2027-04-14T08:00:00Z");

        plan.hasMade("2027-03-08", "2027-04-14", "2027-04-19");
        assertThat(plan.skipped()).containsExactly("2027-03-15", "2027-03-22", "2027-03-29", "2027-04-05");
        assertThat(plan.occurrences("SKIPPED", "reason")).containsOnly("MISSED");
        assertThat(plan.occurrences("MADE", "words"))
                .element(1)
                .isEqualTo("it was not made in time; moved to 2027-04-14");
        plan.does("end");
    }

    @Test
    void thePreviewSaysWhatBecomesOfADayAndWhy() {
        Map<String, Object> schedule = Map.of(
                "rule",
                "FREQ=MONTHLY;BYMONTHDAY=30",
                "firstDay",
                "2027-04-30",
                "season",
                Map.of("fromMonth", 4, "throughMonth", 9));
        Maintained plan = Maintained.planned(Maintained.details(supermarket, schedule, 10));

        plan.preview()
                .then()
                .statusCode(200)
                .body("items.plannedOn", contains("2027-04-30", "2027-05-30", "2027-06-30", "2027-07-30", "2027-08-30"))
                .body("items.dueOn", contains("2027-05-04", "2027-05-31", "2027-06-30", "2027-07-30", "2027-08-30"))
                .body("items[0].ticketOn", equalTo("2027-04-24"))
                .body("items[0].reason", equalTo("NOT_A_WORKING_DAY"))
                .body("items[0].words", endsWith("is no working day; moved to 2027-05-04"))
                .body("items[2].words", nullValue());
        get(Person.SORIN, plan.path() + "/preview?count=7")
                .then()
                .body("items[6].reason", equalTo("OUT_OF_SEASON"))
                .body("items[6].dueOn", nullValue());
        plan.does("end");
    }

    @Test
    void aPlanOfWhichNothingCanComeEndsByItself() {
        Map<String, Object> schedule = Map.of("rule", "FREQ=WEEKLY;COUNT=1", "firstDay", "2027-03-08");
        Maintained plan = Maintained.planned(Maintained.details(supermarket, schedule, 7));

        plan.hasMade("2027-03-08");
        eventually(() -> get(Person.DANA, plan.path())
                .then()
                .body("state", equalTo("ENDED"))
                .body("reason", equalTo("nothing more is planned"))
                .body("allowedCommands", hasSize(0)));
        plan.ticket(plan.ticketFor("2027-03-08")).then().body("state", equalTo("NEW"));
    }

    @Test
    void whatMakesNoSenseIsRefusedWhereItStands() {
        refused(Map.of("firstDay", "2027-03-08"), "/schedule");
        refused(Map.of("rule", "FREQ=DAILY", "daysAfterDone", 3, "firstDay", "2027-03-08"), "/schedule");
        refused(Map.of("rule", "FREQ=HOURLY", "firstDay", "2027-03-08"), "/schedule/rule");
        refused(Map.of("rule", "FREQ=DAILY", "firstDay", "2027-03-08", "lastDay", "2027-03-07"), "/schedule/lastDay");
        refused(Map.of("rule", "FREQ=DAILY", "firstDay", "9999-03-08"), "/schedule/firstDay");
        Map<String, Object> site = Maintained.onMondays(supermarket);
        site.remove("assetId");
        site.put("schedule", Map.of("meter", Map.of("unit", "h", "every", "500"), "firstDay", "2027-03-08"));
        refusedAt(site, "/schedule/meter");
        Map<String, Object> strangers = Maintained.onMondays(supermarket);
        strangers.put("assetId", Supermarket.register().assetId());
        refusedAt(strangers, "/assetId");
        Map<String, Object> under = Maintained.onMondays(supermarket);
        under.put("contractId", Agreed.drafted(Agreed.contract(Supermarket.register(), Map.of())));
        refusedAt(under, "/contractId");
    }

    @Test
    void nobodyButAPlanMakesATicketOfAPlan() {
        Map<String, Object> call = supermarket.leakyChiller();
        call.put("channel", "PLAN");

        post(Person.DANA, "/v1/tickets", call).then().statusCode(422).body("errors.pointer", contains("/channel"));
    }

    private void refused(Map<String, Object> schedule, String pointer) {
        refusedAt(Maintained.details(supermarket, schedule, 7), pointer);
    }

    private static void refusedAt(Map<String, Object> details, String pointer) {
        post(Person.DANA, Maintained.PATH, details)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of(pointer)));
    }

    private void doubled(Maintained plan) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(DOUBLED)) {
            insert.setObject(1, UUID.fromString(plan.id()));
            assertThat(insert.executeUpdate()).isEqualTo(8);
        }
    }

    /** When the plan is looked at next, as soon as nothing is to be done about it now. */
    private Instant nextLook(Maintained plan) throws SQLException {
        Instant[] next = {null};
        eventually(() -> {
            next[0] = errandOf(plan);
            assertThat(next[0]).isAfter(new MovableClock().instant());
        });
        return next[0];
    }

    private Instant errandOf(Maintained plan) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select due from errand where kind = 'MAINTENANCE_PLAN' and subject_id = ? and state = 'WAITING'")) {
            select.setObject(1, UUID.fromString(plan.id()));
            try (ResultSet found = select.executeQuery()) {
                assertThat(found.next()).isTrue();
                return found.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }
}
