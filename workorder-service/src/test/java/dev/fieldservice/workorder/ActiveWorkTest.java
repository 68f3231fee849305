package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class ActiveWorkTest {

    private static final Map<String, Object> WHY = Map.of("reason", "Pauză");

    private Worker tudor;

    @BeforeEach
    void aTechnicianIsFree() {
        tudor = Worker.technician("Tudor");
    }

    @Test
    void aTechnicianWorksOnOneJobAtATime() {
        Job chiller = Job.assignedTo(tudor);
        Job bakery = Job.assignedTo(tudor);
        chiller.does("start");

        tudor.post(bakery.path("travel"), Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("already-working-elsewhere"));
        chiller.does("pause", WHY);
        bakery.does("start");
        tudor.post(chiller.path("resume"), Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("already-working-elsewhere"));
        bakery.does("complete", Map.of("outcome", "COMPLETE"));
        chiller.does("resume");
    }

    @Test
    void aSecondActiveJobOfATechnicianCannotEvenBeStored() {
        Job chiller = Job.assignedTo(tudor);
        Job bakery = Job.assignedTo(tudor);
        chiller.does("start");
        String bakerys = " where id = '" + bakery.id() + "'";

        assertThatThrownBy(() -> Tables.change("update work_order set visit_state = 'IN_PROGRESS'" + bakerys))
                .hasMessageContaining("work_order_active");
        assertThatThrownBy(() -> Tables.change("update work_order set visit_state = 'IN_PROGRESS',"
                        + " active_technician_id = '" + tudor.id() + "'" + bakerys))
                .hasMessageContaining("work_order_active_place");
        assertThatThrownBy(() -> Tables.change("delete from active_work where technician_id = '" + tudor.id() + "'"))
                .hasMessageContaining("work_order_active_place");
    }

    @Test
    void ofManyJobsStartedAtOnceOneWins() {
        List<Job> jobs = Stream.generate(() -> Job.of(tudor)).limit(6).toList();
        jobs.forEach(job -> job.assign(1, tudor));
        jobs.forEach(Job::awaitOnPhone);

        List<Integer> answers =
                Crowd.all(jobs, job -> tudor.post(job.path("start"), Map.of()).statusCode());

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers).allMatch(status -> status == 200 || status == 409);
        assertThat(Tables.count("active_work where technician_id = '" + tudor.id() + "'"))
                .isOne();
    }

    @Test
    void crewsThatShareTheirPeopleDoNotWaitForEachOtherForEver() {
        Worker teodora = Worker.technician("Teodora");
        Job chiller = Job.assignedTo(tudor, teodora);
        Job bakery = Job.assignedTo(teodora, tudor);

        List<Integer> answers = Crowd.all(
                List.of(chiller, bakery, chiller, bakery),
                job -> job.technician().post(job.path("travel"), Map.of()).statusCode());

        assertThat(answers).containsOnlyOnce(200);
    }
}
