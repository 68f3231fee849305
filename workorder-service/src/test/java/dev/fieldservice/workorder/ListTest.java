package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class ListTest {

    private final Worker tudor = Worker.technician("Tudor");
    private final Worker dana = new Worker(java.util.UUID.randomUUID(), "Dana", "dispatcher");
    private Job job;

    @BeforeEach
    void aTechnicianHasAJob() {
        job = Job.assignedTo(tudor);
    }

    @ParameterizedTest
    @CsvSource({
        "q=COTROCENI, true",
        "q=timisoara, true",
        "q=Timişoara cotroceni, true",
        "q=nowhere, false",
        "state=ASSIGNED&state=IN_PROGRESS, true",
        "state=IN_PROGRESS, false",
        "from=2020-01-01T00:00:00Z, true",
        "to=2020-01-01T00:00:00Z, false",
        "changedSince=2020-01-01T00:00:00Z, true",
        "changedSince=2999-01-01T00:00:00Z, false",
        "sort=NEWEST, true",
        "number=SO-0000-000000, false"
    })
    void aTechnicianFindsTheirOwnJobByWhatIsKnownOfIt(String query, boolean isFound) {
        List<String> own = isFound ? List.of(job.id().toString()) : List.of();

        assertThat(ids(tudor.get("/v1/work-orders?" + query))).isEqualTo(own);
    }

    @Test
    void nobodyFindsTheJobOfAnotherTechnician() {
        Worker radu = Worker.technician("Radu");

        assertThat(ids(radu.get("/v1/work-orders?q=cotroceni&ticketId=" + job.ticket())))
                .isEmpty();
        assertThat(ids(dana.get("/v1/work-orders?q=cotroceni&ticketId=" + job.ticket())))
                .containsExactly(job.id().toString());
    }

    private static List<String> ids(Response found) {
        return found.then().statusCode(200).extract().path("items.id");
    }
}
