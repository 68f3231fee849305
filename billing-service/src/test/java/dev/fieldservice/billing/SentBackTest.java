package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job that an accountant sends back waits until it is closed again, with all that is drafted of it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SentBackTest {

    private static final Map<String, Object> TWICE =
            Map.of("shortcoming", "WRONG_TIMES", "reason", "Ora este trecută de două ori");
    private static final Map<String, Object> WHY = Map.of("reason", "Era bine");

    private Job job;

    @BeforeEach
    void anHourIsDrafted() {
        PriceList.isSet();
        job = Job.ofMarch().works("LABOUR", 60);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
    }

    @Test
    void itsDraftIsNotIssuedAndEverybodySeesWhy() {
        sendBack()
                .then()
                .statusCode(200)
                .body("state", equalTo("INVOICED"))
                .body("sentBack.number", equalTo(1))
                .body("sentBack.shortcoming", equalTo("WRONG_TIMES"))
                .body("sentBack.name", notNullValue());

        JsonNode told = Events.awaitOne(Topics.JOB_RETURNED, job.order);
        assertThat(told.at("/returnNumber").asInt()).isOne();
        assertThat(told.at("/reason").asText()).isEqualTo("Ora este trecută de două ori");
        assertThat(told.has("withdrawnAt")).isFalse();
        issue().then().statusCode(409).body("code", equalTo("job-sent-back"));
        draft().body("sentBack", equalTo(true))
                .body("allowedCommands", not(hasItem("issue")))
                .body("state", equalTo("DRAFT"))
                .body("number", nullValue());
        get(Person.ANA, "/v1/billing-backlog?sentBack=true&ticketId=" + job.ticket)
                .then()
                .body("items.kind", contains("DRAFTED_NOT_ISSUED"))
                .body("items[0].sentBack.reason", equalTo("Ora este trecută de două ori"));
        get(Person.ANA, "/v1/billing-backlog?sentBack=false&ticketId=" + job.ticket)
                .then()
                .body("items", hasSize(0));
        get(Person.ANA, "/v1/billing-cases?sentBack=true&ticketId=" + job.ticket)
                .then()
                .body("items.id", contains(job.order.toString()));
        sendBack().then().statusCode(409).body("code", equalTo("job-sent-back"));
    }

    @Test
    void theDraftIsAsTheJobIsWhenItIsClosedAgain() {
        sendBack().then().statusCode(200);
        job.workedNothing().works("LABOUR", 48).after(1).close(2);

        eventually(() -> draft().body("lines.takenOut", contains(false, true))
                .body("totals.net.amount", equalTo("144.00"))
                .body("sentBack", equalTo(false)));
        job.billingCase().then().body("sentBack", nullValue()).body("unexpected", equalTo(false));
        assertThat(get(Person.SORIN, "/v1/history?correlationId=" + job.ticket).<List<String>>path("items.action"))
                .containsSubsequence("SEND_BACK", "COME_BACK");
        issue().then().statusCode(200).body("totals.net.amount", equalTo("144.00"));
    }

    @Test
    void whatIsToldBeforeItIsPutRightIsBilledWithTheRest() {
        sendBack().then().statusCode(200);
        job.works("TRAVEL", 40).close(2);
        eventually(() -> assertThat(get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                        .<List<String>>path("items.action"))
                .contains("CLOSED_AGAIN"));
        draft().body("lines.kind", contains("LABOUR")).body("sentBack", equalTo(true));
        issue().then().statusCode(409);

        job.works("LABOUR", 20).after(1).close(3);

        eventually(() -> draft().body("lines.kind", contains("LABOUR", "LABOUR", "TRAVEL"))
                .body("totals.net.amount", equalTo("300.00")));
        issue().then().statusCode(200);
    }

    @Test
    void ofWhatIsIssuedOnlyTheDifferenceIsBilled() {
        issue().then().statusCode(200);
        sendBack().then().statusCode(200);
        job.works("TRAVEL", 40).after(1).close(2);

        eventually(() -> assertThat(job.invoices()).hasSize(2));
        get(Person.ANA, "/v1/invoices/" + job.invoices().getLast())
                .then()
                .body("cause", equalTo("SUPPLEMENT"))
                .body("totals.net.amount", equalTo("60.00"));
        draft().body("state", equalTo("ISSUED")).body("totals.net.amount", equalTo("180.00"));
    }

    @Test
    void aJobThatWaitsIsNeitherBilledNorSettledBeforeItIsHereAgain() {
        Job waiting = Job.ofMarch().works("LABOUR", 60);
        Job.Used late = waiting.uses(PriceList.part("100.00"), "1", "EA");
        waiting.close();
        eventually(() -> waiting.billingCase().then().body("state", equalTo("WAITING")));
        post(Person.ANA, path(waiting, "send-back"), TWICE).then().statusCode(200);
        waiting.tell(late);
        eventually(() -> waiting.billingCase().then().body("differences", hasSize(0)));

        post(Person.ANA, path(waiting, "settle"), WHY).then().statusCode(409).body("code", equalTo("job-sent-back"));
        waiting.billingCase().then().body("state", equalTo("WAITING"));
        waiting.after(1).close(2);

        eventually(() -> waiting.billingCase().then().body("state", equalTo("INVOICED")));
        get(Person.ANA, waiting.invoice()).then().body("totals.net.amount", equalTo("280.00"));
    }

    @Test
    void whatIsTakenBackIsBilledAsSoonAsTheJobSaysThatItIsClosed() {
        withdraw().then().statusCode(409).body("code", equalTo("not-sent-back"));
        sendBack().then().statusCode(200);
        withdraw().then().statusCode(200).body("sentBack.withdrawnAt", notNullValue());
        withdraw().then().statusCode(409).body("code", equalTo("withdrawn-already"));
        JsonNode told = Events.await(Topics.JOB_RETURNED, job.order, 2).getLast();
        assertThat(told.at("/returnNumber").asInt()).isOne();
        assertThat(told.has("withdrawnAt")).isTrue();
        issue().then().statusCode(409).body("code", equalTo("job-sent-back"));

        job.after(1).close(2);

        eventually(() -> draft().body("sentBack", equalTo(false)));
        issue().then().statusCode(200).body("totals.net.amount", equalTo("180.00"));
        sendBack().then().statusCode(200).body("sentBack.number", equalTo(2));
    }

    @Test
    void anAnswerToWhatWasSentBackBeforeIsNone() {
        sendBack().then().statusCode(200);
        job.after(1).close(2);
        eventually(() -> draft().body("sentBack", equalTo(false)));
        sendBack().then().statusCode(200);

        job.close(3);
        job.close(3);

        eventually(() -> assertThat(get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                        .path("items.reason")
                        .toString())
                .contains("closure 3"));
        draft().body("sentBack", equalTo(true));
    }

    @Test
    void whatIsNotClosedIsNotSentBack() {
        Job open = Job.ofMarch();
        open.tell(open.unreported(PriceList.part("100.00"), "1", "EA"));
        eventually(() -> open.billingCase().then().statusCode(200));

        post(Person.ANA, path(open, "send-back"), TWICE)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
        post(Person.SORIN, path(job, "send-back"), TWICE).then().statusCode(403);
    }

    @Test
    void itIsSentBackOnceHoweverManySendIt() throws Exception {
        Callable<Integer> once = () -> sendBack().statusCode();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = many.invokeAll(Collections.nCopies(8, once)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsOnlyOnce(200);
            assertThat(Collections.frequency(answers, 409)).isEqualTo(7);
        }
        job.billingCase().then().body("sentBack.number", equalTo(1));
    }

    private Response sendBack() {
        return post(Person.ANA, path(job, "send-back"), TWICE);
    }

    private Response withdraw() {
        return post(Person.ANA, path(job, "withdraw-send-back"), WHY);
    }

    private static String path(Job of, String command) {
        return "/v1/billing-cases/" + of.order + "/" + command;
    }

    private Response issue() {
        return post(Person.ANA, job.invoice() + "/issue");
    }

    private ValidatableResponse draft() {
        return get(Person.ANA, job.invoice()).then();
    }
}
