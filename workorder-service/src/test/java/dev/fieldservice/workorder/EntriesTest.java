package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much can be recorded on one work order. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EntriesTest {

    private static final Map<String, Object> LAST = Map.of("text", "Ultimul");

    private Worker tudor;
    private Job job;
    private String thisOne;

    @BeforeEach
    void tudorWorks() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.does("start");
        thisOne = " where id = '" + job.id() + "'";
    }

    @Test
    void aWorkOrderThatIsFullTakesNothingMoreAndCanStillBeCompleted() {
        job.does("comments", LAST);
        assertThat(Tables.count("work_order" + thisOne + " and entries = 1")).isOne();
        Tables.change("update work_order set entries = 999" + thisOne);

        job.does("comments", LAST);
        tudor.post(job.path("comments"), LAST).then().statusCode(422).body("code", equalTo("too-many-entries"));
        tudor.post(job.path("signature"), Map.of("outcome", "ABSENT", "reason", "A plecat"))
                .then()
                .statusCode(422);
        job.does("complete", Map.of("outcome", "COMPLETE"));
    }

    @Test
    void aWrongPartIsTakenBackAlsoFromAWorkOrderThatIsFull() {
        Van van = Van.knownTo(job);
        String wrong = job.does("parts", van.refrigerant("1")).path("usage.id");
        Tables.change("update work_order set entries = 1000" + thisOne);
        tudor.post(job.path("parts"), van.refrigerant("1")).then().statusCode(422);

        job.does("parts/" + wrong + "/reverse", Map.of("reason", "Greșit"));

        assertThat(Tables.count("work_order" + thisOne + " and entries = 1000")).isOne();
    }

    @Test
    void whatWasRecordedBeforeThereWasACountIsCounted() throws IOException {
        Van van = Van.knownTo(job);
        String usage = job.does("parts", van.refrigerant("1")).path("usage.id");
        job.does("parts/" + usage + "/reverse", Map.of("reason", "Greșit"));
        job.does("comments", LAST);
        job.does("signature", Map.of("outcome", "ABSENT", "reason", "A plecat"));
        Tables.change("update work_order set entries = 0" + thisOne);

        Tables.change(fromTheMigration());

        assertThat(Tables.count("work_order" + thisOne + " and entries = 4")).isOne();
    }

    private static String fromTheMigration() throws IOException {
        try (InputStream script = EntriesTest.class.getResourceAsStream("/db/migration/V4__how_much_is_recorded.sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf("update work_order"));
        }
    }
}
