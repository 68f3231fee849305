package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was found and done is said before the customer signs, on each visit by whoever is there. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AccountTest {

    private static final String FOUND = "Racordul de refulare fisurat.";
    private static final String DONE = "Racord înlocuit; etanș la 24 bar azot.";
    private static final Map<String, Object> ACCOUNT = Map.of("found", FOUND, "done", DONE);

    private Worker tudor;
    private Job job;

    @BeforeEach
    void tudorIsAtWork() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.does("start");
    }

    @Test
    void itIsSignedAndStaysSignedWhenTheWorkIsComplete() {
        gives(tudor, ACCOUNT).then().statusCode(200);
        assertThat(tudor.get(job.path("signing-content")).<String>path("content"))
                .contains(FOUND, DONE);
        job.isSigned();

        job.does("complete", Map.of("outcome", "COMPLETE"));

        job.isRead()
                .then()
                .body("signature.valid", equalTo(true))
                .body("visits[0].found", equalTo(FOUND))
                .body("visits[0].done", equalTo(DONE));
        assertThat(job.history(Worker.supervisor("Sorin"))).contains("GIVE_ACCOUNT");
    }

    @Test
    void aRemarkWithTheEndIsWhatWasDoneAndUndoesASignatureOnlyWhereItSaysSomethingElse() {
        gives(tudor, ACCOUNT).then().statusCode(200);
        job.isSigned();
        job.does("complete", Map.of("outcome", "COMPLETE", "remark", DONE));
        job.isRead().then().body("signature.valid", equalTo(true)).body("remark", equalTo(DONE));

        gives(tudor, Map.of("found", FOUND, "done", "Racord și garnitură înlocuite."))
                .then()
                .statusCode(200);

        job.isRead()
                .then()
                .body("signature.valid", equalTo(false))
                .body("remark", equalTo("Racord și garnitură înlocuite."))
                .body("visits[0].done", equalTo("Racord și garnitură înlocuite."));
    }

    @Test
    void aRemarkOfAPhoneThatGivesNoAccountIsWhatWasDone() {
        job.does("complete", Map.of("outcome", "COMPLETE", "remark", DONE));

        job.isRead().then().body("visits[0].done", equalTo(DONE)).body("visits[0].found", nullValue());
        assertThat(Reported.text(tudor.get(job.path("report?language=en"))))
                .contains("What was done", DONE)
                .doesNotContain("What was found");
    }

    @Test
    void eachVisitKeepsItsOwnAndTheReportSaysAllOfThem() {
        gives(tudor, Map.of("found", FOUND, "done", "Presiunea eliberată."))
                .then()
                .statusCode(200);
        job.does("complete", Map.of("outcome", "INCOMPLETE"));
        Worker teodora = Worker.technician("Teodora");
        UUID second = Ids.next();
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(second, 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200).body("state", equalTo("ASSIGNED")));
        gives(teodora, ACCOUNT).then().statusCode(409);
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
        gives(tudor, ACCOUNT).then().statusCode(403);

        gives(teodora, Map.of("done", DONE)).then().statusCode(200);

        teodora.get(job.path())
                .then()
                .body("visits[0].found", equalTo(FOUND))
                .body("visits[0].done", equalTo("Presiunea eliberată."))
                .body("visits[1].done", equalTo(DONE));
        assertThat(Reported.text(teodora.get(job.path("report?language=en"))))
                .containsSubsequence("Reported", "What was found ·", FOUND, "What was done ·", "Presiunea", DONE);
    }

    @Test
    void whatIsLeftOutIsTakenBackAndAClosedJobTakesNone() {
        gives(tudor, ACCOUNT).then().statusCode(200);
        gives(tudor, Map.of()).then().statusCode(200);
        job.isRead().then().body("visits[0].found", nullValue()).body("visits[0].done", nullValue());
        job.does("complete", Map.of("outcome", "COMPLETE"));
        Reported.SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        gives(tudor, ACCOUNT).then().statusCode(409);
    }

    private Response gives(Worker who, Map<String, Object> account) {
        return who.put(job.path("account"), who.get(job.path()).getHeader("ETag"), account);
    }
}
