package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.probe.wire.ProbeWire;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A consumer that is new learns what there is, however long ago it was told first. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class RetellingTest {

    private static final String RETELL = "/v1/operations/probe/topics/" + ProbeWire.NOTE_WRITTEN + "/retell";

    @Inject
    AgroalDataSource database;

    @Test
    void everyAggregateIsToldAnewOnceAndPageByPage() throws SQLException {
        String title = "Told long ago " + UUID.randomUUID();
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("""
                    insert into note (id, version, state, title, remarks)
                    select gen_random_uuid(), 7, 'OPEN', '%s ' || n, 0 from generate_series(1, 450) n""".formatted(title));
        }
        String key = UUID.randomUUID().toString();

        post(Person.ADMIN, key, RETELL, "").then().statusCode(200).body("topic", equalTo(ProbeWire.NOTE_WRITTEN));
        post(Person.ADMIN, key, RETELL, "").then().statusCode(200);

        eventually(() -> assertThat(told(title)).hasSize(450));
        assertThat(told(title)).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        eventually(() -> get(Person.ADMIN, "/v1/operations/probe/errands?limit=200")
                .then()
                .body("items.findAll { it.kind == 'RETELLING' }.size()", equalTo(0)));
    }

    @Test
    void whatIsToldAnewIsTheStateAsItIs() {
        String id = post(Person.DANA, "/v1/notes", "{\"title\": \"First %s\"}".formatted(UUID.randomUUID()))
                .path("id");
        String etag = get(Person.DANA, "/v1/notes/" + id).header("ETag");
        String second = "Second " + UUID.randomUUID();
        put(Person.DANA, "/v1/notes/" + id, etag, "{\"title\": \"%s\"}".formatted(second))
                .then()
                .statusCode(200);

        post(Person.ADMIN, RETELL, "").then().statusCode(200);

        eventually(() -> assertThat(told(second)).hasSize(1));
        get(Person.DANA, "/v1/notes/" + id).then().header("ETag", startsWith("\"1-"));
    }

    @Test
    void onlyWhatCarriesAStateCanBeToldAnewAndOnlyByAdministrators() {
        String remarks = "/v1/operations/probe/topics/" + ProbeWire.NOTE_REMARKED + "/retell";
        post(Person.ADMIN, remarks, "").then().statusCode(404).body("code", equalTo("not-found"));
        post(Person.DANA, RETELL, "").then().statusCode(403);
        post(Person.ADMIN, RETELL.replace("/probe/", "/other/"), "").then().statusCode(404);
    }

    private static List<ConsumerRecord<String, byte[]>> told(String title) {
        return Events.raw(ProbeWire.NOTE_WRITTEN).stream()
                .filter(message -> new String(message.value(), StandardCharsets.UTF_8).contains(title))
                .toList();
    }
}
