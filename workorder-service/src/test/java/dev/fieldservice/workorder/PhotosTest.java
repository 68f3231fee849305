package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.workorder.Camera.JPEG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was found and done is shown: by whoever was there, once, and never deleted. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PhotosTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final Worker DANA = new Worker(Ids.next(), "Dana", Role.DISPATCHER);
    private static final Map<String, Object> PRIVATE = Map.of("reason", "Se vede clientul");

    private Worker tudor;
    private Job job;
    private UUID photo;

    @BeforeEach
    void tudorIsAtWork() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.does("start");
        photo = Ids.next();
    }

    @AfterEach
    void itIsTodayAgain() {
        MovableClock.reset();
    }

    @Test
    void aPhotoIsThereWithWhatWasSaidOfIt() {
        byte[] sent = Camera.jpeg(64, 48);
        Instant taken = Instant.now().minus(5, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);

        Response made = put(tudor, "kind=BEFORE&caption=Ventilul fisurat&takenAt=" + taken, sent);

        made.then()
                .statusCode(201)
                .header("Location", equalTo(job.path("photos/" + photo)))
                .body("photo.id", equalTo(photo.toString()))
                .body("photo.kind", equalTo("BEFORE"))
                .body("photo.caption", equalTo("Ventilul fisurat"))
                .body("photo.takenAt", equalTo(taken.toString()))
                .body("photo.mediaType", equalTo(JPEG))
                .body("photo.width", equalTo(64))
                .body("photo.height", equalTo(48))
                .body("photo.sentSha256", equalTo(Camera.sha256(sent)))
                .body("photo.technicianName", equalTo("Tudor"))
                .body("photo.withdrawal", nullValue())
                .body("workOrder.state", equalTo("IN_PROGRESS"));
        DANA.get(job.path("photos/" + photo)).then().statusCode(200).body("sha256", equalTo(made.path("photo.sha256")));
        SORIN.get(job.path("photos")).then().statusCode(200).body("items.id", contains(photo.toString()));
        job.isRead().then().body("photoCount", equalTo(1));
        SORIN.get(job.path("history"))
                .then()
                .body("items.find { it.action == 'ADD_PHOTO' }.reason", containsString("BEFORE Ventilul fisurat"));
    }

    @Test
    void aPhotoThatIsSentAgainIsTheSamePhotoWhateverHasBecomeOfTheJob() {
        byte[] sent = Camera.jpeg(64, 48);
        put(tudor, "kind=AFTER", sent).then().statusCode(201);
        put(tudor, "kind=AFTER", sent).then().statusCode(200).body("photo.id", equalTo(photo.toString()));
        job.does("complete", Map.of("outcome", "COMPLETE"));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        put(tudor, "kind=AFTER", sent).then().statusCode(200);

        assertThat(rows()).isOne();
        assertThat(job.history(SORIN)).containsOnlyOnce("ADD_PHOTO");
    }

    @Test
    void whatWasTakenBeforeTheJobWasClosedIsAddedForSomeDaysAndTheReportSaysSoInAnotherEdition() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        job.does("complete", Map.of("outcome", "COMPLETE"));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);
        eventually(() -> SORIN.get(job.path("reports")).then().body("items.state", contains("ISSUED")));

        put(tudor, "kind=AFTER&takenAt=" + before, Camera.jpeg(64, 48)).then().statusCode(201);

        job.isRead().then().body("state", equalTo("CLOSED"), "photoCount", equalTo(1));
        MovableClock.set(Instant.now().plus(11, ChronoUnit.MINUTES)); // when no more come
        eventually(() -> SORIN.get(job.path("reports")).then().body("items.state", contains("ISSUED", "ISSUED")));
        photo = Ids.next();
        put(tudor, "kind=AFTER", Camera.jpeg(48, 64)).then().statusCode(201);
        put(Worker.technician("Radu"), "kind=AFTER", Camera.jpeg(48, 64)).then().statusCode(404);
        photo = Ids.next();
        MovableClock.set(Instant.now().plus(1, ChronoUnit.HOURS));
        Instant afterwards = Instant.now().plus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        put(tudor, "kind=AFTER&takenAt=" + afterwards, Camera.jpeg(64, 48))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
        MovableClock.set(Instant.now().plus(3, ChronoUnit.DAYS).plusSeconds(60));
        put(tudor, "kind=AFTER&takenAt=" + before, Camera.jpeg(64, 48)).then().statusCode(409);
    }

    @Test
    void aPhotoThatIsSentManyTimesAtOnceIsOne() {
        byte[] sent = Camera.jpeg(64, 48);

        List<Integer> answers = Crowd.all(
                Collections.nCopies(8, "kind=AFTER"),
                details -> put(tudor, details, sent).statusCode());

        assertThat(answers).containsOnlyOnce(201).contains(200).allMatch(status -> status / 100 == 2);
        assertThat(rows()).isOne();
        assertThat(Tables.count("file_claim where owner = '" + photo + "'")).isBetween(1, 2);
    }

    @Test
    void anotherPhotoUnderTheSameIdIsRefused() {
        put(tudor, "kind=AFTER&caption=Gata", Camera.jpeg(64, 48)).then().statusCode(201);

        put(tudor, "kind=AFTER&caption=Gata", Camera.jpeg(48, 64))
                .then()
                .statusCode(409)
                .body("code", equalTo("photo-id-taken"));
        put(tudor, "kind=BEFORE&caption=Gata", Camera.jpeg(64, 48))
                .then()
                .statusCode(409)
                .body("code", equalTo("photo-id-taken"));
        put(tudor, "kind=AFTER", Camera.jpeg(64, 48)).then().statusCode(409).body("code", equalTo("photo-id-taken"));
        Worker teodora = Worker.technician("Teodora");
        Job hers = Job.assignedTo(teodora);
        teodora.upload(hers.path("photos/" + photo + "?kind=AFTER&caption=Gata"), JPEG, Camera.jpeg(64, 48))
                .then()
                .statusCode(409)
                .body("code", equalTo("photo-id-taken"));
        assertThat(rows()).isOne();
    }

    @Test
    void whoHasNothingToDoWithTheJobFindsNoPhotoAndAddsNone() {
        put(tudor, "kind=AFTER", Camera.jpeg(64, 48)).then().statusCode(201);
        Worker other = Worker.technician("Andrei");
        for (String path : List.of(
                "photos", "photos/" + photo, "photos/" + photo + "/content", "photos/" + photo + "/thumbnail")) {
            other.get(job.path(path)).then().statusCode(404).body("detail", equalTo("There is no such work order."));
        }
        UUID elsewhere = Ids.next();
        other.upload(job.path("photos/" + elsewhere + "?kind=AFTER"), JPEG, new byte[5_000_000])
                .then()
                .statusCode(404);
        DANA.upload(job.path("photos/" + elsewhere + "?kind=AFTER"), JPEG, Camera.jpeg(64, 48))
                .then()
                .statusCode(403);
        Job foreign = Job.assignedTo(other);
        other.get(foreign.path("photos/" + photo))
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no such photo."));
        other.post(foreign.path("photos/" + photo + "/withdraw"), PRIVATE)
                .then()
                .statusCode(404);
        assertThat(Tables.count("photo where id = '" + elsewhere + "'")).isZero();
    }

    @Test
    void aPhotoIsWithdrawnAndStaysToBeSeenByThoseWhoAnswerForIt() {
        put(tudor, "kind=AFTER", Camera.jpeg(64, 48)).then().statusCode(201);

        job.does("photos/" + photo + "/withdraw", PRIVATE)
                .then()
                .body("photo.withdrawal.reason", equalTo("Se vede clientul"))
                .body("photo.withdrawal.name", equalTo("Tudor"));

        tudor.post(job.path("photos/" + photo + "/withdraw"), PRIVATE)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-reversed"));
        job.isRead().then().body("photoCount", equalTo(0));
        tudor.get(job.path("photos")).then().body("items", hasSize(1));
        tudor.get(job.path("photos/" + photo + "/content")).then().statusCode(404);
        DANA.get(job.path("photos/" + photo + "/content")).then().statusCode(404);
        SORIN.get(job.path("photos/" + photo + "/content")).then().statusCode(200);
        assertThat(job.history(SORIN)).containsSubsequence("ADD_PHOTO", "WITHDRAW_PHOTO");
    }

    @Test
    void aColleagueWhoHasTheJobWithdrawsAPhotoAndASupervisorToo() {
        put(tudor, "kind=AFTER", Camera.jpeg(64, 48)).then().statusCode(201);
        DANA.post(job.path("photos/" + photo + "/withdraw"), PRIVATE).then().statusCode(403);
        SORIN.post(job.path("photos/" + photo + "/withdraw"), PRIVATE).then().statusCode(200);
    }

    @Test
    void aJobHasTwoHundredPhotosAtMost() {
        Tables.change("update work_order set photos = 199 where id = '" + job.id() + "'");
        put(tudor, "kind=AFTER", Camera.jpeg(64, 48)).then().statusCode(201);
        UUID last = photo;
        photo = Ids.next();

        put(tudor, "kind=AFTER", Camera.jpeg(64, 48)).then().statusCode(422).body("code", equalTo("too-many-photos"));

        job.does("photos/" + last + "/withdraw", PRIVATE);
        put(tudor, "kind=AFTER", Camera.jpeg(64, 48)).then().statusCode(201);
    }

    @Test
    void aPhotoShowsAMachineOrAPartOfThisJobOnly() {
        Van van = Van.knownTo(job);
        String usage = job.does("parts", van.refrigerant("1")).path("usage.id");
        String machine = job.isRead().path("jobCard.asset.id");
        byte[] sent = Camera.jpeg(64, 48);

        put(tudor, "kind=SERIAL_PLATE&assetId=" + Ids.next(), sent)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("assetId"));
        put(tudor, "kind=SERIAL_PLATE&usageId=" + Ids.next(), sent)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("usageId"));
        put(tudor, "kind=SERIAL_PLATE&assetId=" + machine + "&usageId=" + usage, sent)
                .then()
                .statusCode(201)
                .body("photo.assetId", equalTo(machine))
                .body("photo.usageId", equalTo(usage));
    }

    @Test
    void whatIsSaidOfAPhotoIsChecked() {
        byte[] sent = Camera.jpeg(64, 48);
        put(tudor, "caption=Gata", sent).then().statusCode(400).body("errors[0].pointer", equalTo("kind"));
        put(tudor, "kind=SELFIE", sent).then().statusCode(400).body("errors[0].pointer", equalTo("kind"));
        put(tudor, "kind=AFTER&takenAt=1850-01-01T00:00:00Z", sent).then().statusCode(400);
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        put(tudor, "kind=AFTER&takenAt=" + tomorrow, sent)
                .then()
                .statusCode(422)
                .body("code", equalTo("implausible-time"));
        put(tudor, "kind=AFTER", new byte[0]).then().statusCode(400);
        assertThat(rows()).isZero();
    }

    private Response put(Worker by, String details, byte[] file) {
        return by.upload(job.path("photos/" + photo + "?" + details), JPEG, file);
    }

    private int rows() {
        return Tables.count("photo where id = '" + photo + "'");
    }
}
