package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of a job about which much was said. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CommentsTest {

    private Worker tudor;
    private Job job;

    @BeforeEach
    void tudorWorks() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.does("start");
    }

    @Test
    void theScreenOfAJobWithAThousandLongCommentsIsBounded() {
        said(999, 4_000);

        Response screen = job.isRead();

        // 100 of 12 KB, of 1000
        assertThat(screen.asByteArray()).hasSizeLessThan(1_300_000);
        screen.then().statusCode(200).body("moreComments", equalTo(true));
    }

    @Test
    void theScreenShowsTheNewestHundredAndThePagesShowAll() {
        said(150, 1);
        job.does("comments", Map.of("text", "Ultimul"));

        Response screen = job.isRead();

        List<String> newest = texts(52, 150);
        newest.add("Ultimul");
        assertThat(screen.<List<String>>path("comments.text")).isEqualTo(newest);
        screen.then().body("moreComments", equalTo(true));
        assertThat(listed(tudor)).hasSize(151).containsAll(texts(1, 150)).contains("Ultimul");
        assertThat(listed(Worker.supervisor("Sorin"))).hasSize(151);
        Worker.technician("Radu").get(job.path("comments")).then().statusCode(404);
    }

    @Test
    void aJobWithAHundredCommentsIsShownWithAllOfThem() {
        said(100, 1);

        job.isRead().then().body("comments.size()", equalTo(100)).body("moreComments", equalTo(false));
    }

    @Test
    void ofACommentThatWasTakenBackTheListSaysNoMoreThanTheScreen() {
        String wrong = job.does("comments", Map.of("text", "Alt client")).path("comment.id");
        job.does("comments/" + wrong + "/reverse", Map.of("reason", "Greșit"));

        tudor.get(job.path("comments"))
                .then()
                .statusCode(200)
                .body("items[0].text", nullValue())
                .body("items[0].reversal.reason", equalTo("Greșit"));
    }

    private List<String> listed(Worker reader) {
        List<String> all = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = reader.get(job.path("comments?limit=100" + next));
            all.addAll(page.then().statusCode(200).extract().path("items.text"));
            String cursor = page.path("nextCursor");
            next = cursor == null ? null : "&cursor=" + cursor;
        }
        return all;
    }

    private static List<String> texts(int first, int last) {
        return new ArrayList<>(IntStream.rangeClosed(first, last)
                .mapToObj(number -> "€ " + number)
                .toList());
    }

    /** As if it had been said long ago, one after the other. */
    private void said(int comments, int length) {
        Tables.change("insert into comment (id, work_order_id, author_id, author_name, text, recorded_at)"
                + " select gen_random_uuid(), '" + job.id() + "', gen_random_uuid(), 'Tudor', repeat('€', " + length
                + ") || ' ' || said, now() - interval '3 days' + said * interval '1 minute'"
                + " from generate_series(1, " + comments + ") said");
        Tables.change("update work_order set entries = entries + " + comments + " where id = '" + job.id() + "'");
    }
}
