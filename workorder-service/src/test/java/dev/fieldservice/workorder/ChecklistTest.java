package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.StatementCount;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leak test: what is asked for, what is answered, and what is missing before the job is complete. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ChecklistTest {

    private static final int MOST_STATEMENTS = 10;

    /** What was done, and what the customer said to it: each is read once where a signature is asked for. */
    private static final int TO_COMPARE = 5;

    private static final Map<String, Object> DONE = Map.of("outcome", "COMPLETE");
    private static final Map<String, Object> GONE = Map.of("outcome", "ABSENT", "reason", "A plecat");

    private Worker tudor;
    private LeakTest leakTest;
    private Job job;

    @BeforeEach
    void tudorIsGivenALeakTest() {
        tudor = Worker.technician("Tudor");
        leakTest = LeakTest.defined();
        job = leakTest.givenTo(tudor);
    }

    @Test
    void whatIsMissingIsNamedAllOfItAndWithItTheJobIsComplete() {
        job.does("start");
        tudor.post(job.path("complete"), DONE)
                .then()
                .statusCode(422)
                .body("code", equalTo("job-incomplete"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/checklist/leak-test-pressure",
                                "/checklist/tight",
                                "/checklist/refrigerant",
                                "/evidence/AFTER",
                                "/signature"));
        checklist().body("missing.size()", equalTo(5));
        job.isRead().then().body("checklist.questions", equalTo(4), "checklist.missing", equalTo(5));

        answers("leak-test-pressure", "number", "38.5");
        answers("tight", "yes", true);
        answers("refrigerant", "choice", "R-449A");
        photograph("AFTER");
        job.does("signature", GONE);

        checklist().body("missing", empty()).body("items[0].answer.number", equalTo("38.500"));
        job.isRead().then().body("checklist.answered", equalTo(3), "checklist.missing", equalTo(0));
        job.does("complete", DONE);
        Worker.supervisor("Sorin").approves(job, Job.APPROVAL).then().statusCode(200);
        assertThat(Events.awaitOne(Topics.JOB_CLOSED, job.id())
                        .at("/workTypeId")
                        .asText())
                .isEqualTo(leakTest.id().toString());
    }

    @Test
    void whoeverIsSentBackForTheSignatureAsksTheCustomerOnceMore() {
        job.does("start");
        answers("leak-test-pressure", "number", "38.5");
        answers("tight", "yes", true);
        answers("refrigerant", "choice", "R-449A");
        photograph("AFTER");
        job.does("signature", GONE);
        job.does("complete", DONE);
        Worker.supervisor("Sorin")
                .post(job.path("send-back"), Map.of("shortcoming", "SIGNATURE", "reason", "Era acolo"))
                .then()
                .statusCode(200);

        tudor.post(job.path("complete"), DONE).then().statusCode(422).body("errors.pointer", contains("/signature"));
        job.does("signature", GONE);
        job.does("complete", DONE);
    }

    @Test
    void whatWasSignedBeforeAnythingWasDoneIsNoSignatureOfIt() {
        job.does("start");
        job.isSigned();
        answersAll();
        photograph("AFTER");

        checklist().body("missing.code", contains("signature-outdated"));
        job.isRead().then().body("checklist.missing", equalTo(1));
        tudor.post(job.path("complete"), DONE)
                .then()
                .statusCode(422)
                .body("code", equalTo("job-incomplete"))
                .body("errors.pointer", contains("/signature"))
                .body("errors.code", contains("signature-outdated"));

        job.isSigned();
        job.does("comments", Map.of("text", "A semnat."));
        checklist().body("missing", empty());
        job.does("complete", DONE);
    }

    @Test
    void whatNobodyWasThereToSignIsSaidOnceMoreWhenMoreWasDone() {
        job.does("start");
        answersAll();
        photograph("AFTER");
        job.does("signature", GONE);
        answers("leak-test-pressure", "number", "39");

        tudor.post(job.path("complete"), DONE)
                .then()
                .statusCode(422)
                .body("errors.code", contains("signature-outdated"));
        job.does("signature", GONE);
        job.does("complete", DONE);

        answers("leak-test-pressure", "number", "38.5");
        Worker.supervisor("Sorin").get(job.path("review")).then().body("missing.code", contains("signature-outdated"));
    }

    @Test
    void aPhotoMayComeAfterTheSignatureAndNoneMayGo() {
        job.does("start");
        answersAll();
        String during = photograph("DURING");
        job.isSigned();
        photograph("BEFORE");
        photograph("AFTER");
        checklist().body("missing", empty());

        job.does("photos/" + during + "/withdraw", Map.of("reason", "Neclară"));

        checklist().body("missing.code", contains("signature-outdated"));
        job.isSigned();
        job.does("complete", DONE);
    }

    @Test
    void toHaveTravelledIsNotToHaveBegun() {
        Job other = Job.assignedTo(tudor);
        other.does("travel");
        other.does("turn-back", Map.of("reason", "Nimeni acasă"));

        leakTest.give(other, 2);

        eventually(() -> other.isRead().then().body("checklist.questions", equalTo(4)));
    }

    @Test
    void incompleteLeavesThingsOpenAndWhatCannotBeCompletedNeedsAReason() {
        job.does("start");
        tudor.post(job.path("complete"), Map.of("outcome", "CANNOT_COMPLETE"))
                .then()
                .statusCode(422)
                .body("code", equalTo("reason-missing"))
                .body("errors[0].pointer", equalTo("/remark"));
        job.does("complete", Map.of("outcome", "INCOMPLETE"));

        Job other = leakTest.givenTo(tudor);
        other.does("start");
        other.does("complete", Map.of("outcome", "CANNOT_COMPLETE", "remark", "Nu e acces"));
    }

    @Test
    void anAnswerIsOfTheKindThatWasAskedFor() {
        job.does("start");
        isRefused(answer("tight", "number", "1"), "unfit-answer", "/yes");
        isRefused(answer("leak-test-pressure", "text", "bine"), "unfit-answer", "/number");
        isRefused(answer("refrigerant", "choice", "R-12"), "unfit-answer", "/choice");
        isRefused(answer("no-such-thing", "yes", true), "unknown-reference", "/itemCode");
        isRefused(answer("plate", "photoId", Ids.next()), "unknown-reference", "/photoId");
        Map<String, Object> both = answer("tight", "yes", true);
        both.put("text", "Da");
        isRefused(both, "unfit-answer", "/yes");
        checklist().body("items.answer.findAll { it != null }", empty());
    }

    @Test
    void aNumberOutsideTheLimitsIsMarkedOrRefusedAsTheQuestionSays() {
        job.does("start");
        answers("leak-test-pressure", "number", "41");
        checklist().body("items[0].answer.outOfLimits", equalTo(true));

        leakTest.isDefined(2, type -> ((ObjectNode) type.at("/checklist/0")).put("outOfLimits", "REFUSED"));
        Job strict = leakTest.givenTo(tudor);
        job.does("complete", Map.of("outcome", "INCOMPLETE"));
        strict.does("start");
        tudor.post(strict.path("answers"), answer("leak-test-pressure", "number", "-1"))
                .then()
                .statusCode(422)
                .body("code", equalTo("out-of-limits"))
                .body("detail", equalTo("Expected is at least 0 BAR and at most 40 BAR."));
    }

    @Test
    void theAnswerThatWasGivenLastStandsWhateverPhoneTellsItFirst() {
        job.began(Duration.ofMinutes(40));
        Instant now = Instant.now();
        answersAt(now.minusSeconds(600), "38");
        answersAt(now.minusSeconds(1200), "35");
        checklist().body("items[0].answer.number", equalTo("38.000"));
        answersAt(now, "39.5");
        checklist().body("items[0].answer.number", equalTo("39.500"));

        assertThat(tudor.get(job.path("history")).<List<String>>path("items.findAll { it.action == 'ANSWER' }.reason"))
                .containsExactly(
                        "Presiunea la proba de etanșeitate: 38 BAR",
                        "Presiunea la proba de etanșeitate: 35 BAR",
                        "Presiunea la proba de etanșeitate: 39.5 BAR");
    }

    @Test
    void aPhotoThatWasWithdrawnAnswersNothing() {
        job.does("start");
        String photo = photograph("AFTER");
        answers("plate", "photoId", photo);
        checklist().body("items[3].answer.photoId", equalTo(photo), "evidence[0].taken", equalTo(1));

        job.does("photos/" + photo + "/withdraw", Map.of("reason", "Neclară"));

        checklist().body("items[3].answer", nullValue(), "evidence[0].taken", equalTo(0));
    }

    @Test
    void aPhotoMayShowSomethingOfAQuestion() {
        job.does("start");
        String photo = Ids.next().toString();
        String details = "photos/" + photo + "?kind=DURING&itemCode=";

        tudor.upload(job.path(details + "no-such-thing"), "application/pdf", Camera.pdf("Manometru"))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors.pointer", contains("itemCode"));
        tudor.upload(job.path(details + "leak-test-pressure"), "application/pdf", Camera.pdf("Manometru"))
                .then()
                .statusCode(201)
                .body("photo.itemCode", equalTo("leak-test-pressure"));
        tudor.upload(job.path(details + "tight"), "application/pdf", Camera.pdf("Manometru"))
                .then()
                .statusCode(409)
                .body("code", equalTo("photo-id-taken"));
    }

    @Test
    void theReviewerSeesTheAnswersAndClosesWhatLacksSomethingWithAWordOnly() {
        Worker sorin = Worker.supervisor("Sorin");
        job.does("start");
        answers("leak-test-pressure", "number", "41");
        answers("tight", "yes", true);
        answers("refrigerant", "choice", "R-449A");
        String photo = photograph("AFTER");
        job.does("signature", GONE);
        job.does("complete", DONE);
        Response shown = sorin.get(job.path("review"));
        shown.then()
                .statusCode(200)
                .body("warnings", hasItem("ANSWER_OUT_OF_LIMITS"))
                .body("warnings", not(hasItem("SOMETHING_MISSING")))
                .body("checklistItems.code", hasItem("tight"))
                .body("checklistItems[0].answer.number", equalTo("41.000"))
                .body("pictures.id", contains(photo))
                .body("missing", empty());
        sorin.get(shown.path("pictures[0].content")).then().statusCode(200).contentType("application/pdf");

        job.does("photos/" + photo + "/withdraw", Map.of("reason", "Se vede clientul"));

        sorin.get(job.path("review"))
                .then()
                .body("warnings", hasItem("SOMETHING_MISSING"))
                .body("missing.pointer", contains("/evidence/AFTER", "/signature"))
                .body("pictures", empty());
        sorin.approves(job, Job.APPROVAL)
                .then()
                .statusCode(422)
                .body("code", equalTo("missing-unexplained"))
                .body("errors.pointer", contains("/missingRemark"));
        Map<String, Object> explained = new HashMap<>(Job.APPROVAL);
        explained.put("missingRemark", "Se vedea clientul");
        sorin.approves(job, explained).then().statusCode(200);
        assertThat(job.history(sorin)).contains("CLOSED_WITH_SOMETHING_MISSING");
    }

    @Test
    void aJobKeepsTheVersionItBeganWithAndOthersFollow() {
        Job begun = leakTest.givenTo(tudor);
        begun.does("start");
        leakTest.isDefined(2, type -> type.put("name", "Probă nouă").putArray("checklist"));
        leakTest.isDefined(1, type -> type.put("name", "Sosită târziu"));

        eventually(() -> checklist().body("name", equalTo("Probă nouă"), "items", empty()));
        tudor.get(begun.path("checklist")).then().body("workTypeVersion", equalTo(1), "items.size()", equalTo(4));
        begun.does("complete", Map.of("outcome", "INCOMPLETE"));
        job.does("start");
        checklist().body("workTypeVersion", equalTo(2), "missing.size()", equalTo(2));
    }

    @Test
    void aKindOfWorkThatIsHeardOfAfterTheBeginningIsAskedForAllTheSame() {
        LeakTest unheard = new LeakTest(Ids.next());
        Job early = unheard.givenTo(tudor);
        early.does("start");
        tudor.post(early.path("answers"), answer("tight", "yes", true))
                .then()
                .statusCode(422)
                .body("code", equalTo("no-checklist"));

        unheard.isDefined(1, type -> {});

        eventually(() -> tudor.get(early.path("checklist")).then().body("items.size()", equalTo(4)));
        early.does("answers", answer("tight", "yes", true));
    }

    @Test
    void anotherKindOfWorkReplacesTheFirstUntilWorkBegins() {
        LeakTest other = LeakTest.defined();
        other.give(job, 2);
        eventually(() -> checklist().body("workTypeId", equalTo(other.id().toString())));
        job.does("start");

        leakTest.give(job, 3);

        eventually(() ->
                assertThat(job.isRead().<Integer>path("assignmentVersion")).isEqualTo(3));
        checklist().body("workTypeId", equalTo(other.id().toString()));
    }

    @Test
    void nothingIsAskedOfAJobOfNoKindInParticular() {
        Job plain = Job.assignedTo(tudor);
        plain.does("start");

        tudor.get(plain.path("checklist")).then().statusCode(200).body("items", empty(), "missing", empty());
        plain.isRead().then().body("checklist", nullValue());
        tudor.post(plain.path("answers"), answer("tight", "yes", true)).then().statusCode(422);
        assertThat(tudor.get(plain.path("signing-content")).<String>path("content"))
                .doesNotContain("checklist");
        plain.does("complete", DONE);
    }

    @Test
    void beforeWorkBeginsAndAfterTheJobWasClosedNothingIsAnswered() {
        tudor.post(job.path("answers"), answer("tight", "yes", true))
                .then()
                .statusCode(409)
                .body("allowedCommands", hasItem("start"));
        Worker stranger = Worker.technician("Radu");
        stranger.post(job.path("answers"), answer("tight", "yes", true)).then().statusCode(404);
        stranger.get(job.path("checklist")).then().statusCode(404);
        job.does("start");
        job.does("complete", Map.of("outcome", "INCOMPLETE"));
        job.does("answers", answer("tight", "yes", true));
        Worker.supervisor("Sorin")
                .approves(job, Map.of("waiveFollowUp", true, "signatureRemark", "Confirmat la telefon"))
                .then()
                .statusCode(200);
        tudor.post(job.path("answers"), answer("tight", "yes", false)).then().statusCode(409);
        checklist().body("items[1].answer.yes", equalTo(true));
    }

    @Test
    void theCustomerSignsWhatWasCheckedAndAnotherAnswerUndoesIt() {
        job.does("start");
        answers("tight", "yes", true);
        Response shown = tudor.get(job.path("signing-content"));
        assertThat(shown.<String>path("content")).contains("\"question\":\"Instalația este etanșă?\"");
        job.does(
                "signature",
                Map.of(
                        "outcome",
                        "SIGNED",
                        "contentHash",
                        shown.path("contentHash"),
                        "signerName",
                        "Maria",
                        "image",
                        Pen.signature(30, 12)));
        job.isRead().then().body("signature.valid", equalTo(true));

        answers("tight", "yes", false);

        job.isRead().then().body("signature.valid", equalTo(false));
    }

    @Test
    void aStepThatIsToldLateBeginsTheWorkAndItsAnswersAreTaken() {
        Worker radu = Worker.technician("Radu");
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        ObjectNode given = (ObjectNode) job.assigned(job.appointment(), 2, Duration.ofMinutes(10), radu);
        given.put("workTypeId", leakTest.id().toString());
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), given);
        eventually(() -> radu.get(job.path()).then().statusCode(200));
        radu.post(job.path("travel"), Map.of()).then().statusCode(200);

        job.does("start", Map.of("occurredAt", hourAgo.toString()));

        Map<String, Object> answer = answer("tight", "yes", true);
        answer.put("answeredAt", hourAgo.plusSeconds(60).toString());
        job.does("answers", answer);
        radu.get(job.path("checklist")).then().body("items[1].answer.technicianName", equalTo("Tudor"));
    }

    @Test
    void aCommandCostsNoMoreWhereSomethingIsAskedFor() {
        costs("start", () -> job.does("start"));
        costs("answers", () -> answers("tight", "yes", true));
        String photo = photograph("AFTER");
        costs("photo answer", () -> answers("plate", "photoId", photo));
        answers("leak-test-pressure", "number", "38.5");
        answers("refrigerant", "choice", "R-449A");
        costs("signature", () -> job.does("signature", GONE));
        costs("complete", MOST_STATEMENTS + TO_COMPARE, () -> job.does("complete", DONE));
    }

    private static void costs(String what, Runnable command) {
        costs(what, MOST_STATEMENTS, command);
    }

    private static void costs(String what, int most, Runnable command) {
        Background.reportsAreMade();
        assertThat(StatementCount.during(command)).as(what).hasSizeBetween(1, most);
    }

    private ValidatableResponse checklist() {
        return tudor.get(job.path("checklist")).then().statusCode(200);
    }

    private static Map<String, Object> answer(String item, String field, Object value) {
        return new HashMap<>(Map.of("itemCode", item, field, value));
    }

    @CanIgnoreReturnValue
    private Response answers(String item, String field, Object value) {
        return job.does("answers", answer(item, field, value));
    }

    private void answersAt(Instant at, String pressure) {
        Map<String, Object> answer = answer("leak-test-pressure", "number", pressure);
        answer.put("answeredAt", at.toString());
        job.does("answers", answer);
    }

    private void answersAll() {
        answers("leak-test-pressure", "number", "38.5");
        answers("tight", "yes", true);
        answers("refrigerant", "choice", "R-449A");
    }

    private void isRefused(Map<String, Object> answer, String code, String pointer) {
        tudor.post(job.path("answers"), answer)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors.pointer", contains(pointer));
    }

    @CanIgnoreReturnValue
    private String photograph(String kind) {
        String photo = Ids.next().toString();
        tudor.upload(job.path("photos/" + photo + "?kind=" + kind), "application/pdf", Camera.pdf("Proba"))
                .then()
                .statusCode(201);
        return photo;
    }
}
