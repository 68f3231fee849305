package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.StatementCount;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a command costs in the database: the same on a job of any size. */
@QuarkusTest
@WithTestResource(RealServers.class)
class StatementsTest {

    private static final int MOST = 11;
    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final Worker DANA = new Worker(Ids.next(), "Dana", Role.DISPATCHER);
    private static final Map<String, Object> WHY = Map.of("reason", "Pauză");
    private static final Map<String, Object> DONE = Map.of("outcome", "COMPLETE");

    private final Map<String, List<String>> said = new LinkedHashMap<>();

    /** Which review rules there are is remembered for a while, so that completing a job need not ask. */
    @BeforeEach
    void thereAreNoReviewRulesAndThisIsKnown() {
        Job job = Job.assignedTo(Worker.technician("Tudor"));
        job.does("start");
        job.does("complete", DONE);
    }

    @Test
    void aCommandOnAJobWithHundredsOfEntriesCostsWhatItCostsOnANewOne() {
        Map<String, Integer> onANewJob = costs(0, 0);
        Map<String, Integer> onALongJob = costs(200, 100);

        assertThat(onALongJob).isEqualTo(onANewJob);
        assertThat(onALongJob).hasSize(30);
        onALongJob.forEach((command, count) -> assertThat(count)
                .as("%s says %s", command, String.join("\n", said.get(command)))
                .isBetween(1, MOST));
    }

    @Test
    void anAnswerIsAsLongOnAJobWithHundredsOfEntriesAsOnANewOne() {
        Job job = Job.assignedTo(Worker.technician("Tudor"));
        job.does("start");
        fill(job, 200, 100);

        Response answer = job.does("comments", Map.of("text", "Gata"));

        assertThat(answer.asByteArray()).hasSizeLessThan(1_000);
        assertThat(job.isRead().asByteArray()).hasSizeGreaterThan(50_000);
    }

    @Test
    void whoRecordsACommentDoesNotWriteTheJobCardAnew() {
        Job job = Job.assignedTo(Worker.technician("Tudor"));

        List<String> updates = StatementCount.during(() -> job.does("comments", Map.of("text", "Gata"))).stream()
                .filter(statement -> statement.startsWith("update work_order"))
                .toList();

        assertThat(updates).singleElement().asString().contains("entries").doesNotContain("job_card");
    }

    @Test
    void aDraftOfAReportAsksOnceForAllItsPictures() {
        Job job = Job.assignedTo(Worker.technician("Tudor"));
        job.does("start");

        int none = draft(job);
        photographs(job, 1);
        int one = draft(job);
        photographs(job, 5);

        assertThat(draft(job)).isEqualTo(one).isEqualTo(none + 1);
    }

    private static int draft(Job job) {
        return StatementCount.fewest(
                        3, () -> job.technician().get(job.path("report")).then().statusCode(200))
                .size();
    }

    /** Each another, and its small picture is there. */
    private static void photographs(Job job, int photos) {
        for (int i = 0; i < photos; i++) {
            job.technician()
                    .upload(job.path("photos/" + Ids.next() + "?kind=AFTER"), Camera.JPEG, Camera.jpeg(640 + i, 480))
                    .then()
                    .statusCode(201);
        }
        eventually(() -> assertThat(Tables.count("errand where kind = 'PHOTO_THUMBNAIL'"))
                .isZero());
    }

    private Map<String, Integer> costs(int parts, int comments) {
        Worker tudor = Worker.technician("Tudor");
        Job job = Job.assignedTo(tudor);
        Map<String, Integer> costs = new LinkedHashMap<>();
        Background.reportsAreMade();
        fill(job, parts, comments);
        for (String step : List.of("accept", "travel", "arrive", "start")) {
            cost(costs, step, () -> job.does(step));
        }
        cost(costs, "pause", () -> job.does("pause", WHY));
        cost(costs, "resume", () -> job.does("resume"));
        String last = record(job, costs);
        cost(costs, "complete", () -> job.does("complete", DONE));
        cost(costs, "send-back", () -> SORIN.post(job.path("send-back"), Job.fault("?")));
        job.does("complete", DONE);
        Background.reportsAreMade();
        Map<String, Object> approval = SORIN.looked(job, Job.APPROVAL);
        cost(costs, "approve", () -> SORIN.post(job.path("approve"), approval));
        Background.reportsAreMade();
        cost(costs, "reverse of a closed job", () -> SORIN.post(job.path("parts/" + last + "/reverse"), WHY));
        Background.reportsAreMade();

        Job rejected = Job.assignedTo(tudor);
        fill(rejected, parts, comments);
        cost(costs, "reject", () -> rejected.does("reject", WHY));
        Job aborted = Job.assignedTo(tudor);
        fill(aborted, parts, comments);
        aborted.does("travel");
        cost(costs, "turn-back", () -> aborted.does("turn-back", WHY));
        aborted.does("travel");
        cost(costs, "abort", () -> aborted.does("abort", WHY));
        Job handedOver = Job.assignedTo(tudor);
        fill(handedOver, parts, comments);
        handedOver.does("start");
        cost(costs, "hand-over", () -> DANA.post(handedOver.path("hand-over"), WHY));
        cost(costs, "screen", handedOver::isRead);
        cost(costs, "list", () -> tudor.get("/v1/work-orders"));
        return costs;
    }

    /** Answers the part that was used last and not taken back. */
    private String record(Job job, Map<String, Integer> costs) {
        Van van = Van.knownTo(job);
        Response used = cost(costs, "parts", () -> job.does("parts", van.refrigerant("1.5")));
        cost(costs, "reverse", () -> job.does("parts/" + used.path("usage.id") + "/reverse", WHY));
        Response replaced = cost(costs, "serialised parts", () -> job.does("parts", van.compressor("ZB45-2026-1187")));
        cost(costs, "reverse serialised", () -> job.does("parts/" + replaced.path("usage.id") + "/reverse", WHY));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> hour = Map.of(
                "kind", "LABOUR", "startedAt", now.minus(30, ChronoUnit.MINUTES).toString(), "endedAt", now.toString());
        String spent = cost(costs, "time-entries", () -> job.does("time-entries", hour))
                .path("timeEntry.id");
        cost(costs, "reverse time", () -> job.does("time-entries/" + spent + "/reverse", WHY));
        String said = cost(costs, "comments", () -> job.does("comments", Map.of("text", "Gata")))
                .path("comment.id");
        cost(costs, "reverse comment", () -> job.does("comments/" + said + "/reverse", WHY));
        Map<String, Object> added =
                Map.of("kind", "ADDED", "refrigerant", "R-449A", "kilograms", "2.4", "cylinder", "CIL-1");
        String filled =
                cost(costs, "refrigerant", () -> job.does("refrigerant", added)).path("entry.id");
        cost(costs, "reverse refrigerant", () -> job.does("refrigerant/" + filled + "/reverse", WHY));
        photos(job, costs);
        String etag = job.isRead().getHeader("ETag");
        cost(costs, "approver", () -> job.technician().put(job.path("approver"), etag, Map.of("name", "Maria")));
        String hash = job.technician().get(job.path("signing-content")).path("contentHash");
        Map<String, Object> signed =
                Map.of("outcome", "SIGNED", "contentHash", hash, "signerName", "Maria", "image", Pen.signature(30, 12));
        cost(costs, "signature", () -> job.does("signature", signed));
        return job.does("parts", van.refrigerant("2")).path("usage.id");
    }

    /** Of a document there is no small picture, which would be made meanwhile; of a photo it costs one statement more. */
    private void photos(Job job, Map<String, Integer> costs) {
        String photo = "photos/" + Ids.next();
        cost(
                costs,
                "photo",
                () -> job.technician()
                        .upload(job.path(photo + "?kind=DOCUMENT"), "application/pdf", Camera.pdf("Proces-verbal")));
        assertThat(costs.get("photo")).isLessThan(MOST - 1);
        cost(costs, "withdraw photo", () -> job.does(photo + "/withdraw", WHY));
    }

    @CanIgnoreReturnValue
    private Response cost(Map<String, Integer> costs, String what, Supplier<Response> request) {
        Response[] answer = new Response[1];
        List<String> statements = StatementCount.during(() -> answer[0] = request.get());
        answer[0].then().statusCode(oneOf(200, 201));
        said.put(what, statements);
        costs.put(what, statements.size());
        return answer[0];
    }

    /** As if they had been recorded long ago. */
    private static void fill(Job job, int parts, int comments) {
        String order = "'" + job.id() + "'";
        Tables.change("insert into part_usage (id, work_order_id, state, part_id, part_number, part_name, amount, unit,"
                + " stock_location_id, technician_id, technician_name, occurred_at, recorded_at)"
                + " select gen_random_uuid(), " + order
                + ", 'RECORDED', gen_random_uuid(), 'R-449A', 'Agent frigorific',"
                + " 1, 'KGM', gen_random_uuid(), gen_random_uuid(), 'Tudor', now(), now() - interval '3 days'"
                + " from generate_series(1, " + parts + ")");
        Tables.change("insert into comment (id, work_order_id, author_id, author_name, text, recorded_at)"
                + " select gen_random_uuid(), " + order + ", gen_random_uuid(), 'Tudor', 'Verificat', now()"
                + " from generate_series(1, " + comments + ")");
        Tables.change("insert into photo (id, work_order_id, kind, taken_at, media_type, sent_sha256, sha256, size,"
                + " technician_id, technician_name, recorded_at)"
                + " select gen_random_uuid(), " + order + ", 'AFTER', now(), 'application/pdf', '', '', 1,"
                + " gen_random_uuid(), 'Tudor', now() from generate_series(1, " + comments + ")");
        Tables.change("update work_order set entries = " + (parts + 2 * comments) + ", photos = " + comments
                + " where id = " + order);
    }
}
