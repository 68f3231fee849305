package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delay and a plan for the same person at the same instant know of each other, whichever comes first. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AnnouncementRaceTest {

    private static final String LOCK = "select 1 from technician where id = ? for update";
    private static final String WAITING = """
            select count(*) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and query like '%technician%'""";

    @Inject
    AgroalDataSource database;

    private Mechanic tudor;
    private Morning morning;
    private Morning.Visit late;
    private Job other;
    private Connection somebodyElse;

    @BeforeEach
    void somebodyElsePlansForTheSamePerson() throws SQLException {
        tudor = Mechanic.register("Tudor Ionescu");
        morning = Morning.of(tudor);
        late = morning.visit(Mailbox.of("maria"), 0, 60);
        other = Job.waiting();
        somebodyElse = database.getConnection();
        somebodyElse.setAutoCommit(false);
        try (PreparedStatement lock = somebodyElse.prepareStatement(LOCK)) {
            lock.setObject(1, tudor.id());
            assertThat(lock.executeQuery().next()).isTrue();
        }
    }

    @AfterEach
    void itIsOver() throws SQLException {
        somebodyElse.close();
    }

    @Test
    void whatIsPlannedAtTheSameTimeMovesWithTheDelay() throws SQLException {
        var planning = planning();
        isWaiting(1, planning);
        var announcing = announcing();
        isWaiting(2, announcing);
        somebodyElse.rollback();

        Response planned = planning.join();
        assertThat(planned.statusCode()).as(planned.asString()).isEqualTo(200);
        assertThat(announcing.join().<String>path("shifted[0].appointmentId"))
                .isEqualTo(planned.path("appointment.id"));
        assertThat(announcing.join().<String>path("shifted[0].expectedArrival")).isEqualTo(morning.at(150));
    }

    @Test
    void whatIsAnnouncedAtTheSameTimeKeepsThePersonBusy() throws SQLException {
        var announcing = announcing();
        isWaiting(1, announcing);
        var planning = planning();
        isWaiting(2, planning);
        somebodyElse.rollback();

        assertThat(announcing.join().statusCode()).isEqualTo(200);
        Response planned = planning.join();
        assertThat(planned.<String>path("code")).as(planned.asString()).isEqualTo("technician-busy");
    }

    private CompletableFuture<Response> planning() {
        return atOnce(() -> other.command("assign", Job.assignment(morning.at(60), morning.at(120), tudor)));
    }

    private CompletableFuture<Response> announcing() {
        return atOnce(() ->
                tudor.posts("/v1/appointments/" + late.id() + "/delay", Map.of("expectedArrival", morning.at(90))));
    }

    private static CompletableFuture<Response> atOnce(Supplier<Response> call) {
        return CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
    }

    /** Or has not waited at all, and is done. */
    private void isWaiting(int many, CompletableFuture<Response> last) {
        eventually(() -> assertThat(last.isDone() || waiting() == many).isTrue());
    }

    private int waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet waiting = connection.createStatement().executeQuery(WAITING)) {
            assertThat(waiting.next()).isTrue();
            return waiting.getInt(1);
        }
    }
}
