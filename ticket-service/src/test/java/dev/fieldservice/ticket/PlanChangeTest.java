package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan that is changed, paused or ended touches only what nobody has begun. It is the first of March 2027, a Monday. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PlanChangeTest {

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
    void whatNobodyHasBegunIsMovedToTheNewDaysAndWhatHasBegunStays() {
        Map<String, Object> details = mondays(14);
        Maintained plan = Maintained.planned(details);
        plan.hasMade("2027-03-08", "2027-03-15");
        String begun = plan.ticketFor("2027-03-08");
        String waiting = plan.ticketFor("2027-03-15");
        Work.of(begun).begins();
        eventually(() -> plan.ticket(begun).then().body("state", equalTo("IN_PROGRESS")));

        details.put("schedule", Map.of("rule", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "firstDay", "2027-03-10"));
        details.put("summary", "Revizie mare");
        plan.becomes(details);

        plan.hasMade("2027-03-08", "2027-03-10");
        plan.ticket(waiting)
                .then()
                .body("plannedFor", equalTo("2027-03-10"))
                .body("summary", equalTo("Revizie mare"))
                .body("respondBy", equalTo("2027-03-12T22:00:00Z"));
        plan.ticket(begun).then().body("plannedFor", equalTo("2027-03-08")).body("summary", equalTo("Revizie chiller"));
        assertThat(plan.occurrences("MADE", "reason")).containsExactly("ON_ITS_DAY", "PLAN_CHANGED");
        plan.does("end");
    }

    @Test
    void whatHasNoDayAnyMoreIsCalledOffWithTheReason() {
        Map<String, Object> details = mondays(14);
        Maintained plan = Maintained.planned(details);
        plan.hasMade("2027-03-08", "2027-03-15");
        String second = plan.ticketFor("2027-03-15");

        details.put("schedule", Map.of("rule", "FREQ=MONTHLY;BYDAY=2MO", "firstDay", "2027-03-08"));
        plan.becomes(details);

        plan.hasMade("2027-03-08");
        plan.ticket(second).then().body("state", equalTo("CANCELLED")).body("reason", containsString("was changed"));
        assertThat(plan.occurrences("WITHDRAWN", "plannedOn")).containsExactly("2027-03-15");
        plan.preview().then().body("items[0].plannedOn", equalTo("2027-04-12"));
        plan.does("end");
    }

    @Test
    void otherWordsLeaveTheDaysAsTheyAre() {
        Map<String, Object> details = mondays(7);
        Maintained plan = Maintained.planned(details);
        plan.hasMade("2027-03-08");
        String ticket = plan.ticketFor("2027-03-08");

        details.put("instructions", "Se cere acces la acoperiș");
        details.put("leadDays", 3);
        plan.becomes(details);

        eventually(() -> plan.ticket(ticket)
                .then()
                .body("instructions", equalTo("Se cere acces la acoperiș"))
                .body("plannedFor", equalTo("2027-03-08")));
        plan.hasMade("2027-03-08");
        Maintained.itIs("2027-03-11T22:00:00Z");
        plan.hasMade("2027-03-08", "2027-03-15");
        plan.does("end");
    }

    @Test
    void anotherContractCountsForWhatNobodyHasBegun() {
        Map<String, Object> details = mondays(7);
        Maintained plan = Maintained.planned(details);
        plan.hasMade("2027-03-08");
        String ticket = plan.ticketFor("2027-03-08");
        String contract = Agreed.active(
                Agreed.contract(supermarket, Map.of("allowances", List.of(Agreed.allowance("VISIT", 1, 1)))));
        String contractId = contract.substring(contract.lastIndexOf('/') + 1);

        details.put("contractId", contractId);
        plan.becomes(details);

        eventually(() -> plan.ticket(ticket).then().body("contractId", equalTo(contractId)));
        get(Person.ANA, contract + "/allowance-entries").then().body("items.ticketId", contains(ticket));
        plan.does("end");
    }

    @Test
    void whileItIsPausedNothingIsMadeAndWhatWasPlannedMeanwhileIsSkippedByName() {
        Maintained plan = Maintained.planned(mondays(7));
        plan.hasMade("2027-03-08");
        plan.does("pause").then().body("allowedCommands", contains("resume", "end"));
        Maintained.itIs("2027-03-24T08:00:00Z");

        plan.does("resume").then().body("reason", nullValue());

        plan.hasMade("2027-03-08", "2027-03-29");
        assertThat(plan.skipped()).containsExactly("2027-03-15", "2027-03-22");
        assertThat(plan.occurrences("SKIPPED", "reason")).containsOnly("PAUSED");
        plan.does("end");
    }

    @Test
    void whenItEndsWhatNobodyHasBegunIsCalledOff() {
        Maintained plan = Maintained.planned(mondays(14));
        plan.hasMade("2027-03-08", "2027-03-15");
        String begun = plan.ticketFor("2027-03-08");
        String waiting = plan.ticketFor("2027-03-15");
        Work.of(begun).begins();
        eventually(() -> plan.ticket(begun).then().body("state", equalTo("IN_PROGRESS")));

        plan.does("end");

        eventually(() -> plan.ticket(waiting)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("reason", containsString("Cerut de client")));
        plan.ticket(begun).then().body("state", equalTo("IN_PROGRESS"));
        post(Person.DANA, plan.path() + "/resume").then().statusCode(409).body("code", equalTo("illegal-transition"));
    }

    @Test
    void theNextFollowsFromTheDayOnWhichTheLastWasDone() {
        Map<String, Object> schedule = Map.of("daysAfterDone", 30, "firstDay", "2027-03-08");
        Maintained plan = Maintained.planned(Maintained.details(supermarket, schedule, 7));
        plan.hasMade("2027-03-08");
        plan.preview().then().body("words", containsString("is done")).body("items", equalTo(List.of()));
        Work work = Work.of(plan.ticketFor("2027-03-08"));

        Maintained.itIs("2027-03-10T08:00:00Z");
        work.isClosedAt("2027-03-10T22:30:00Z"); // on the eleventh, at the site

        eventually(() -> plan.preview().then().body("items.plannedOn", contains("2027-04-10")));
        plan.preview().then().body("items[0].dueOn", equalTo("2027-04-12"));
        Maintained.itIs("2027-04-04T21:00:00Z");
        plan.hasMade("2027-03-08", "2027-04-12");
        assertThat(get(Person.SORIN, plan.path() + "/occurrences").<Boolean>path("items[0].done"))
                .isTrue();
        post(Person.DANA, "/v1/tickets/" + plan.ticketFor("2027-04-12") + "/cancel", Map.of("reason", "Închis"))
                .then()
                .statusCode(200);
        eventually(() -> plan.preview().then().body("items.plannedOn", contains("2027-05-12")));
        plan.does("end");
    }

    @Test
    void underAContractItsVisitsAreTakenAndOutsideOfItsDaysNothingIsMade() {
        Map<String, Object> agreed =
                Agreed.contract(supermarket, Map.of("allowances", List.of(Agreed.allowance("VISIT", 2, 1))));
        agreed.put("validThrough", "2027-03-12");
        String contract = Agreed.active(agreed);
        Map<String, Object> details = mondays(14);
        details.put("contractId", contract.substring("/v1/contracts/".length()));
        Maintained plan = Maintained.planned(details);

        plan.hasMade("2027-03-08");
        eventually(() -> assertThat(plan.skipped()).containsExactly("2027-03-15"));
        assertThat(plan.occurrences("SKIPPED", "reason")).containsExactly("NOT_UNDER_CONTRACT");
        plan.ticket(plan.ticketFor("2027-03-08")).then().body("contractId", equalTo(details.get("contractId")));
        get(Person.ANA, contract + "/allowance-entries")
                .then()
                .body("items.kind", contains("PROVISIONAL"))
                .body("items.periodFrom", contains("2027-01-01"));
        plan.does("end");
        eventually(() -> get(Person.ANA, contract + "/allowance-entries")
                .then()
                .body("items.kind", contains("PROVISIONAL", "REVERSAL")));
    }

    @Test
    void ofAMachineThatIsRetiredNothingIsMadeAndThePlanGoesOn() {
        Maintained plan = Maintained.planned(mondays(7));
        plan.hasMade("2027-03-08");
        machine("retire");
        Maintained.itIs("2027-03-07T22:00:00Z");
        eventually(() -> assertThat(plan.skipped()).containsExactly("2027-03-15"));

        machine("reinstate");
        Maintained.itIs("2027-03-14T22:00:00Z");

        plan.hasMade("2027-03-08", "2027-03-22");
        assertThat(plan.occurrences("SKIPPED", "reason")).containsExactly("MACHINE_RETIRED");
        plan.does("end");
    }

    @Test
    void whereTheMachineWasMovedElsewhereNothingFollowsAndNothingIsMadeAndThePlanGoesOn() throws SQLException {
        Maintained plan = Maintained.planned(mondays(7));
        plan.hasMade("2027-03-08");
        String ticket = plan.ticketFor("2027-03-08");
        namesNoMachine(ticket);
        machineStandsAt(Clientele.site(supermarket.customerId(), "Magazin Militari"));
        try (Meanwhile change = Meanwhile.begin()) {
            change.unsettles(plan.id());
        }
        plan.does("pause");
        plan.does("resume");
        Maintained.itIs("2027-03-07T22:00:00Z");
        eventually(() -> assertThat(plan.skipped()).containsExactly("2027-03-15"));
        plan.ticket(ticket).then().body("assetId", nullValue());

        machineStandsAt(supermarket.locationId());
        Maintained.itIs("2027-03-14T22:00:00Z");

        plan.hasMade("2027-03-08", "2027-03-22");
        assertThat(plan.occurrences("SKIPPED", "reason")).containsExactly("MACHINE_ELSEWHERE");
        plan.does("end");
    }

    private void namesNoMachine(String ticket) {
        Map<String, Object> details = Maintained.onMondays(supermarket);
        details.keySet().removeAll(List.of("customerId", "assetId", "schedule", "leadDays"));
        String path = "/v1/tickets/" + ticket;
        put(Person.DANA, path, get(Person.DANA, path).header("ETag"), details)
                .then()
                .statusCode(200);
    }

    private void machineStandsAt(String site) {
        String path = "/v1/assets/" + supermarket.assetId();
        Map<String, Object> details =
                Map.of("customerId", supermarket.customerId(), "locationId", site, "name", "Chiller lactate 1");
        put(Person.DANA, path, get(Person.DANA, path).header("ETag"), details)
                .then()
                .statusCode(200);
    }

    private void machine(String command) {
        post(Person.DANA, "/v1/assets/" + supermarket.assetId() + "/" + command, Map.of("reason", "Probă"))
                .then()
                .statusCode(200);
    }

    private Map<String, Object> mondays(int leadDays) {
        Map<String, Object> details = Maintained.onMondays(supermarket);
        details.put("leadDays", leadDays);
        return details;
    }
}
