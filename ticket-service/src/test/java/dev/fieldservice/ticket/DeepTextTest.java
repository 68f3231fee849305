package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A form that repeats a group is looked for one level deeper with each repetition, which exhausted the stack. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DeepTextTest {

    @Test
    void aTextThatIsTooLongForItsFormIsRefusedAndNoFaultOfOurs() {
        Map<String, Object> contact = Map.of(
                "customerId",
                Supermarket.register().customerId(),
                "name",
                "Maria Ionescu",
                "language",
                "ro" + "-a".repeat(10_000));

        post(Person.DANA, "/v1/contacts", contact)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors", hasSize(2));
    }
}
