package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reports go to people at the customer's, who are known by what the ticket service tells. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReportContactsTest {

    @Test
    void itGoesToAnyContactOfTheCustomerAndToNobodyElses() {
        Worker tudor = Worker.technician("Tudor");
        Reported reported = Reported.by(tudor);
        reported.close();
        Response report = reported.issued(1);
        UUID customer = UUID.fromString(reported.job().isRead().path("jobCard.customer.id"));
        UUID merged = Ids.next();
        Mailbox elena = Mailbox.of("elena");
        UUID theirs = isToldOf(customer, elena.address());
        UUID ofTheMerged = isToldOf(merged, "depozit@cotroceni.example");
        UUID withoutMail = isToldOf(customer, null);
        UUID elsewhere = isToldOf(Ids.next(), "director@elsewhere.example");

        for (UUID nobody : List.of(elsewhere, ofTheMerged, Ids.next())) {
            tudor.post(reported.send(report), Map.of("contactId", nobody))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("unknown-reference"))
                    .body("errors[0].pointer", equalTo("/contactId"));
        }
        tudor.post(reported.send(report), Map.of("contactId", withoutMail))
                .then()
                .statusCode(422)
                .body("code", equalTo("unusable-address"));
        Map<String, Object> both = Map.of("contactId", theirs, "to", elena.address());
        for (Map<String, Object> unclear : List.of(Map.<String, Object>of(), both)) {
            tudor.post(reported.send(report), unclear).then().statusCode(422).body("code", equalTo("one-recipient"));
        }

        tudor.post(reported.send(report), Map.of("contactId", theirs))
                .then()
                .statusCode(200)
                .body("recipient", equalTo(elena.address()))
                .body("name", equalTo("Elena Marin"))
                .body("language", equalTo("de"));
        eventually(() -> assertThat(elena.mails()).hasSize(1));
        assertThat(elena.mails().getFirst().subject()).startsWith("Servicebericht");

        isMerged(merged, customer);
        Reported.DANA
                .post(reported.send(report), Map.of("contactId", ofTheMerged, "name", "Depozit", "language", "ro"))
                .then()
                .statusCode(200)
                .body("recipient", equalTo("depozit@cotroceni.example"))
                .body("name", equalTo("Depozit"))
                .body("language", equalTo("ro"));
    }

    @Test
    void ofAContactTheNewestThatWasToldCounts() {
        UUID contact = isToldOf(Ids.next(), "noua@cotroceni.example");

        isTold(contact, 2, Ids.next(), "veche@cotroceni.example");
        isTold(contact, 4, Ids.next(), "cea-mai-noua@cotroceni.example");

        eventually(() -> assertThat(Tables.count("known_contact where contact_id = '" + contact
                        + "' and contact_version = 4 and email = 'cea-mai-noua@cotroceni.example'"))
                .isOne());
    }

    /** @param email null where they have none */
    private static UUID isToldOf(UUID customer, String email) {
        UUID contact = Ids.next();
        isTold(contact, 3, customer, email);
        eventually(() -> assertThat(
                        Tables.count("known_contact where contact_id = '" + contact + "' and contact_version = 3"))
                .isOne());
        return contact;
    }

    private static void isTold(UUID contact, int version, UUID customer, String email) {
        ObjectNode event = (ObjectNode) Contracts.sample(
                Topics.CONTACT_CHANGED,
                Map.of("contactId", contact, "contactVersion", version, "customerId", customer));
        ObjectNode card = (ObjectNode) event.get("contact");
        card.put("id", contact.toString()).put("name", "Elena Marin").put("language", "de-AT");
        if (email == null) {
            card.remove("email");
        } else {
            card.put("email", email);
        }
        Events.publish(Topics.CONTACT_CHANGED, contact, event);
    }

    private static void isMerged(UUID customer, UUID into) {
        Events.publish(
                Topics.CUSTOMER_CHANGED,
                customer,
                Contracts.sample(Topics.CUSTOMER_CHANGED, Map.of("customerId", customer, "mergedInto", into)));
        eventually(() -> assertThat(Tables.count("known_merger where customer_id = '" + customer + "'"))
                .isOne());
    }
}
