package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Waiting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class ReviewRulesTest {

    private static final Worker ANA = new Worker(Ids.next(), "Ana", Role.ADMIN);
    private static final Map<String, Object> DONE = Map.of("outcome", "COMPLETE");
    private static final Map<String, Object> WHY = Map.of("reason", "Se schimbă");

    private final List<String> rules = new ArrayList<>();
    private Worker sorin;
    private Worker dan;
    private Worker ioana;
    private Worker tudor;
    private UUID customer;
    private UUID territory;

    @BeforeEach
    void aCustomerWhoseJobsSorinExamines() {
        sorin = Worker.supervisor("Sorin");
        dan = Worker.supervisor("Dan");
        ioana = Worker.supervisor("Ioana");
        tudor = Worker.technician("Tudor");
        customer = Ids.next();
        territory = Ids.next();
    }

    @AfterEach
    void theRulesAreWithdrawn() {
        MovableClock.reset();
        rules.forEach(rule -> assertThat(
                        ANA.post("/v1/review-rules/" + rule + "/withdraw", WHY).statusCode())
                .isIn(200, 409));
    }

    @Test
    void whoIsDesignatedOrTheirDeputyExaminesAndNobodyElse() {
        set(bySorinAndDan());
        Job job = completed();

        ioana.approves(job, Job.APPROVAL)
                .then()
                .statusCode(403)
                .body("code", equalTo("review-of-another"))
                .body(
                        "detail",
                        equalTo("This is for Sorin or Dan to examine; any supervisor may when it has waited too"
                                + " long."));
        ioana.post(job.path("send-back"), Job.fault("Nu e gata")).then().statusCode(403);
        isAssigned(job);
        ioana.get(job.path()).then().body("allowedCommands", hasSize(0));
        dan.get(job.path()).then().body("allowedCommands", equalTo(List.of("send-back", "approve")));
        job.isRead()
                .then()
                .body("review.examination.reviewer.name", equalTo("Sorin"))
                .body("review.examination.deputy.name", equalTo("Dan"))
                .body("review.examination.ruleName", equalTo("Supermarket"));
        assertThat(job.history(ANA)).contains("ASSIGN_REVIEW");

        dan.approves(job, Job.APPROVAL).then().statusCode(200).body("state", equalTo("CLOSED"));
    }

    @Test
    void nobodyApprovesWhatTheyHaveNotLookedAt() {
        set(bySorinAndDan());
        Job job = completed();
        isAssigned(job);
        Map<String, Object> looked = sorin.looked(job, Job.APPROVAL);
        job.does("comments", Map.of("text", "Plus o vană"));

        sorin.post(job.path("approve"), Job.APPROVAL)
                .then()
                .statusCode(422)
                .body("code", equalTo("review-unread"))
                .body("errors.pointer", equalTo(List.of("/reviewedVersion")));
        sorin.post(job.path("approve"), looked).then().statusCode(409).body("code", equalTo("changed-since-review"));
        job.isRead().then().body("state", equalTo("COMPLETED"));

        sorin.approves(job, Job.APPROVAL).then().statusCode(200).body("state", equalTo("CLOSED"));
    }

    @Test
    void eachSupervisorSeesWhatWaitsForThemWithItsAge() {
        set(bySorinAndDan());
        Job first = completed();
        Job second = completed();
        isAssigned(first);
        isAssigned(second);

        assertThat(sorin.get("/v1/reviews?mine=true&limit=200").jsonPath().<String>getList("items.workOrderId"))
                .containsSubsequence(first.id().toString(), second.id().toString());
        sorin.get("/v1/reviews?mine=true&limit=200")
                .then()
                .body(item(first) + ".mine", equalTo(true))
                .body(item(first) + ".waitedMinutes", equalTo(0))
                .body(item(first) + ".awaitedSince", notNullValue());
        ioana.get("/v1/reviews?mine=true&limit=200")
                .then()
                .statusCode(200)
                .body("items.workOrderId", not(hasItem(first.id().toString())));
        ioana.get("/v1/reviews?limit=200").then().body(item(first) + ".mine", equalTo(false));
        ANA.get("/v1/reviews?mine=true").then().statusCode(200).body("items", hasSize(0));
        String cursor = sorin.get("/v1/reviews?mine=true&limit=1").path("nextCursor");
        assertThat(sorin.get("/v1/reviews?mine=true&limit=1&cursor=" + cursor).<List<String>>path("items.workOrderId"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(
                        sorin.get("/v1/reviews?mine=true&limit=1").path("items.workOrderId"));
        tudor.get("/v1/reviews").then().statusCode(403);
        assertThat(ANA.get("/v1/reviews?limit=200&examinerId=" + sorin.id()).<List<String>>path("items.workOrderId"))
                .contains(first.id().toString(), second.id().toString());
        assertThat(Waiting.counted(Person.ADMIN, "REVIEWS_WAITING", sorin.id())).isGreaterThanOrEqualTo(2);
        Waiting.isWhatTheListsHold(Person.ADMIN);
    }

    @Test
    void whoDidTheWorkDoesNotExamineItThoughTheRuleNamesThem() {
        Map<String, Object> rule = bySorinAndDan();
        rule.put("reviewerId", tudor.id());
        rule.put("deputyId", tudor.id());
        set(rule);
        Job job = completed();
        isAssigned(job);

        new Worker(tudor.id(), "Tudor", Role.SUPERVISOR)
                .approves(job, Job.APPROVAL)
                .then()
                .statusCode(403)
                .body("code", equalTo("reviewer-did-the-work"));
        ioana.get("/v1/reviews?mine=true&limit=200").then().body(item(job) + ".mine", equalTo(true));
        ioana.approves(job, Job.APPROVAL).then().statusCode(200);
    }

    @Test
    void whatWaitedTooLongIsForAnySupervisor() {
        set(bySorinAndDan());
        Job job = completed();
        isAssigned(job);

        MovableClock.set(Instant.now().plus(Duration.ofDays(3)).plusSeconds(60));

        eventually(() -> ioana.get(job.path())
                .then()
                .body("review.examination.openedAt", notNullValue())
                .body("allowedCommands", equalTo(List.of("send-back", "approve"))));
        ioana.get("/v1/reviews?mine=true&limit=200").then().body(item(job) + ".waitedMinutes", equalTo(72 * 60 + 1));
        ioana.approves(job, Job.APPROVAL).then().statusCode(200);
        assertThat(job.history(ANA)).contains("OPEN_REVIEW");
    }

    @Test
    void whatWasSentBackComesBackToWhoeverItWasFor() {
        String rule = set(bySorinAndDan());
        Job job = completed();
        isAssigned(job);
        sorin.post(job.path("send-back"), Map.of("shortcoming", "MISSING_PHOTOS", "reason", "Placa seriei?"))
                .then()
                .statusCode(200);
        job.isRead().then().body("review.shortcoming", equalTo("MISSING_PHOTOS"));
        sorin.get("/v1/reviews?limit=200")
                .then()
                .body("items.workOrderId", not(hasItem(job.id().toString())));
        ANA.post("/v1/review-rules/" + rule + "/withdraw", WHY).then().statusCode(200);

        job.does("complete", DONE);

        job.isRead().then().body("review.shortcoming", nullValue());
        ioana.approves(job, Job.APPROVAL).then().statusCode(403);
        sorin.approves(job, Job.APPROVAL).then().statusCode(200);
    }

    @Test
    void whereAPersonHasFoundFaultAPersonLooksAgain() {
        set(byNobody());
        Job job = completed();
        isAssigned(job);
        ioana.post(job.path("send-back"), Job.fault("Fotografii?")).then().statusCode(200);
        job.isSigned();
        job.does("complete", DONE);

        isAssigned(job);
        job.isRead()
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("review.examination.examinedBy", equalTo("ANY_SUPERVISOR"));
        ioana.approves(job, Map.of()).then().statusCode(200);
    }

    @Test
    void aRuleDecidesAboutWhatIsCompletedFromThenOn() {
        Job before = completed();
        set(bySorinAndDan());

        ioana.approves(before, Job.APPROVAL).then().statusCode(200).body("state", equalTo("CLOSED"));
    }

    /** Completed where nobody knew of it yet: whoever sets the rule elsewhere has an earlier clock. */
    @Test
    void whatIsCompletedBeforeEveryReplicaKnowsTheRuleIsFoundAndNobodyIsKeptFromItForEver() {
        MovableClock.set(Instant.now().plusSeconds(8));
        Job job = completed();
        MovableClock.reset();
        set(bySorinAndDan());
        ioana.approves(job, Job.APPROVAL).then().statusCode(403);
        job.isRead().then().body("review.examination", nullValue());

        MovableClock.set(Instant.now().plus(Duration.ofHours(3)));
        isAssigned(job);
        job.isRead().then().body("review.examination.reviewer.name", equalTo("Sorin"));

        MovableClock.set(Instant.now().plus(Duration.ofDays(3)).plusSeconds(60));
        eventually(() -> job.isRead().then().body("review.examination.openedAt", notNullValue()));
        ioana.approves(job, Job.APPROVAL).then().statusCode(200);
    }

    @Test
    void whatNobodyNeedsToExamineClosesByItselfWhenItIsCompleteAndSigned() {
        String rule = set(byNobody());
        Job job = begun();
        job.isSigned();
        job.does("complete", DONE);

        JsonNode closed = Events.awaitOne(Topics.JOB_CLOSED, job.id());

        assertThat(closed.at("/closedByRule").asBoolean()).isTrue();
        assertThat(closed.at("/closedBy/id").asText()).isEqualTo(rule);
        assertThat(closed.at("/closedBy/name").asText()).isEqualTo("Fără verificare");
        job.isRead()
                .then()
                .body("state", equalTo("CLOSED"))
                .body("review.state", equalTo("NOT_REQUIRED"))
                .body("review.reviewerId", nullValue());
        assertThat(job.history(ANA)).contains("CLOSE").doesNotContain("APPROVE");
    }

    @Test
    void aSignatureThatComesLaterClosesItAsWell() {
        set(byNobody());
        Job job = begun();
        job.does("complete", DONE);
        isAssigned(job);
        job.isRead().then().body("state", equalTo("COMPLETED"));

        job.isSigned();
        MovableClock.set(Instant.now().plus(Duration.ofMinutes(6)));

        eventually(() -> job.isRead().then().body("state", equalTo("CLOSED")));
    }

    @Test
    void aSignatureThatComesWhenItHasWaitedTooLongClosesItAllTheSame() {
        set(byNobody());
        Job job = begun();
        job.does("complete", DONE);
        isAssigned(job);
        MovableClock.set(Instant.now().plus(Duration.ofDays(3)).plusSeconds(60));
        eventually(() -> assertThat(Tables.count("errand where state = 'WAITING' and subject_id = '" + job.id() + "'"))
                .isZero());
        job.isRead().then().body("state", equalTo("COMPLETED"));

        job.isSigned();

        eventually(() -> job.isRead().then().body("state", equalTo("CLOSED"), "review.state", equalTo("NOT_REQUIRED")));
    }

    @Test
    void whatIsNotDoneOrNotSignedAsItWasDoneNeedsAPerson() {
        set(byNobody());
        Job incomplete = begun();
        incomplete.isSigned();
        incomplete.does("complete", Map.of("outcome", "INCOMPLETE"));
        Job outdated = begun();
        outdated.isSigned();
        outdated.does("complete", Map.of("outcome", "COMPLETE", "remark", "Plus o oră"));
        isAssigned(incomplete);
        isAssigned(outdated);

        for (Job job : List.of(incomplete, outdated)) {
            job.isRead().then().body("state", equalTo("COMPLETED"));
            ioana.get(job.path()).then().body("allowedCommands", equalTo(List.of("send-back", "approve")));
        }
        ioana.approves(outdated, Job.APPROVAL).then().statusCode(200);
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        Map<String, Object> large = bySorinAndDan();
        large.put("position", 1);
        large.put("partsFrom", 2);
        set(large);
        set(byNobody());
        Job small = completed();
        Job big = begun();
        Van van = Van.knownTo(big);
        big.does("parts", van.refrigerant("1"));
        big.does("parts", van.refrigerant("2"));
        big.does("complete", DONE);
        isAssigned(small);
        isAssigned(big);

        small.isRead().then().body("review.examination.examinedBy", equalTo("NOBODY"));
        big.isRead().then().body("review.examination.examinedBy", equalTo("DESIGNATED"));
    }

    @Test
    void nobodyIsShownWhatASampleIsDrawnWith() {
        Map<String, Object> sampled = bySorinAndDan();
        sampled.put("samplePercent", 99);
        String rule = set(sampled);
        Job job = completed();
        isAssigned(job);

        for (Response shown : List.of(
                job.isRead(),
                tudor.get(job.path("history")),
                sorin.get("/v1/review-rules/" + rule),
                sorin.get(job.path("review")))) {
            assertThat(Tables.count("review_rule where strpos($$" + shown.asString() + "$$, seed::text) > 0"))
                    .isZero();
        }
    }

    @Test
    void aRuleMayBeAboutATerritory() {
        Map<String, Object> elsewhere = bySorinAndDan();
        elsewhere.put("territoryId", Ids.next());
        set(elsewhere);
        Map<String, Object> here = byNobody();
        here.put("territoryId", territory);
        set(here);
        Job job = completed();
        isAssigned(job);

        job.isRead().then().body("review.examination.examinedBy", equalTo("NOBODY"));
    }

    @Test
    void whatNoRuleFitsIsForAnySupervisor() {
        Map<String, Object> installations = bySorinAndDan();
        installations.put("serviceType", "INSTALLATION");
        set(installations);
        Job job = completed();
        isAssigned(job);

        job.isRead().then().body("review.examination.examinedBy", equalTo("ANY_SUPERVISOR"));
        ioana.approves(job, Job.APPROVAL).then().statusCode(200);
    }

    @Test
    void aRuleIsChangedByWhoReadItAndInForceUntilItIsWithdrawn() {
        String rule = set(bySorinAndDan());
        Response read = sorin.get("/v1/review-rules/" + rule);
        read.then().statusCode(200).body("reviewerName", equalTo("Sorin")).body("samplePercent", equalTo(100));
        sorin.post("/v1/review-rules", byNobody()).then().statusCode(403);
        Map<String, Object> sampled = bySorinAndDan();
        sampled.put("samplePercent", 10);

        ANA.put("/v1/review-rules/" + rule, read.getHeader("ETag"), sampled)
                .then()
                .statusCode(200)
                .body("samplePercent", equalTo(10));
        ANA.put("/v1/review-rules/" + rule, read.getHeader("ETag"), sampled)
                .then()
                .statusCode(412);
        ANA.post("/v1/review-rules/" + rule + "/withdraw", WHY)
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("Se schimbă"));
        ANA.post("/v1/review-rules/" + rule + "/withdraw", WHY).then().statusCode(409);
        sorin.get("/v1/review-rules?limit=200").then().body("items.id", hasItem(rule));
    }

    @Test
    void whoIsDesignatedHasANameAndNobodyIsWhereNobodyNeedsToBe() {
        Map<String, Object> nameless = bySorinAndDan();
        nameless.remove("reviewerName");
        Map<String, Object> both = byNobody();
        both.put("reviewerId", sorin.id());
        both.put("reviewerName", "Sorin");

        for (Map<String, Object> wrong : List.of(nameless, both)) {
            ANA.post("/v1/review-rules", wrong)
                    .then()
                    .statusCode(400)
                    .body("errors[0].code", equalTo("does-not-fit-examined-by"));
        }
    }

    @Test
    void aRuleIsAboutAKindOfWorkThatIsKnown() {
        Map<String, Object> rule = byNobody();
        rule.put("workTypeId", Ids.next());
        ANA.post("/v1/review-rules", rule)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors.pointer", equalTo(List.of("/workTypeId")));

        UUID leakTest = LeakTest.defined().id();
        eventually(() -> assertThat(
                        Tables.count("known_work_type where told is not null and work_type_id = '" + leakTest + "'"))
                .isOne());
        rule.put("workTypeId", leakTest);
        String known = set(rule);

        String etag = ANA.get("/v1/review-rules/" + known).getHeader("ETag");
        rule.put("workTypeId", Ids.next());
        ANA.put("/v1/review-rules/" + known, etag, rule).then().statusCode(422);
    }

    @Test
    void theReviewerSeesWhatToLookAtFirst() {
        Job job = begun();
        job.does("complete", DONE);

        sorin.get(job.path("review"))
                .then()
                .statusCode(200)
                .body(
                        "warnings",
                        equalTo(List.of("NO_SIGNATURE", "NO_PHOTO_AFTER", "WORK_WITHOUT_TIME", "PARTS_OFF_PLAN")))
                .body("partsAgainstPlan[0].planned", equalTo("5.000"))
                .body("partsAgainstPlan[0].used", equalTo("0.000"))
                .body("partsAgainstPlan[0].difference", equalTo("-5.000"))
                .body("visits[0].plannedMinutes", equalTo(120))
                .body("visits[0].actualMinutes", equalTo(0))
                .body("photos", hasSize(0));
        job.technician()
                .upload(job.path("photos/" + Ids.next() + "?kind=AFTER"), "application/pdf", Camera.pdf("După"))
                .then()
                .statusCode(201);
        job.isSigned();
        sorin.get(job.path("review"))
                .then()
                .body("warnings", equalTo(List.of("WORK_WITHOUT_TIME", "PARTS_OFF_PLAN")))
                .body("pictures.kind", equalTo(List.of("AFTER")))
                .body("photos", equalTo(List.of(Map.of("kind", "AFTER", "photos", 1))))
                .body("signature.valid", equalTo(true));
        tudor.get(job.path("review")).then().statusCode(403);
    }

    private Job begun() {
        Job job = Job.assignedAt(customer, territory, tudor);
        job.does("start");
        return job;
    }

    private Job completed() {
        Job job = begun();
        job.does("complete", DONE);
        return job;
    }

    private static void isAssigned(Job job) {
        eventually(() -> job.isRead().then().body("review.examination", notNullValue()));
    }

    @CanIgnoreReturnValue
    private String set(Map<String, Object> rule) {
        String id = ANA.post("/v1/review-rules", rule)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        rules.add(id);
        return id;
    }

    private Map<String, Object> bySorinAndDan() {
        return new HashMap<>(Map.of(
                "position",
                10,
                "name",
                "Supermarket",
                "customerId",
                customer,
                "examinedBy",
                "DESIGNATED",
                "reviewerId",
                sorin.id(),
                "reviewerName",
                "Sorin",
                "deputyId",
                dan.id(),
                "deputyName",
                "Dan"));
    }

    private Map<String, Object> byNobody() {
        return new HashMap<>(
                Map.of("position", 20, "name", "Fără verificare", "customerId", customer, "examinedBy", "NOBODY"));
    }

    private static String item(Job job) {
        return "items.find { it.workOrderId == '%s' }".formatted(job.id());
    }
}
