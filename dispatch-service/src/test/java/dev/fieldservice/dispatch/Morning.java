package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Http.get;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.Person;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** The visits of one technician on a morning in three days, in minutes after eight. */
record Morning(Instant eight, Mechanic technician) {

    static Morning of(Mechanic technician) {
        Instant eight = ZonedDateTime.now(ZoneId.of("Europe/Bucharest"))
                .plusDays(3)
                .with(LocalTime.of(8, 0))
                .truncatedTo(ChronoUnit.SECONDS)
                .toInstant();
        return new Morning(eight, technician);
    }

    /** A visit and its job. */
    record Visit(Job job, UUID id) {

        /** What was said of it, and what became of the messages, oldest first. */
        ValidatableResponse messages() {
            return get(Person.DANA, "/v1/appointments/" + id + "/delays").then().statusCode(200);
        }
    }

    Visit visit(Mailbox contact, int from, int to) {
        Job job = Job.waiting(ticket -> ((ObjectNode) ticket.get("contact")).put("email", contact.address()));
        return new Visit(job, job.given(technician, at(from), at(to)));
    }

    Visit withoutAddress(int from, int to) {
        Job job = Job.waiting(ticket -> {
            ((ObjectNode) ticket.get("contact")).remove("email");
            ((ObjectNode) ticket.get("customer")).remove("email");
        });
        return new Visit(job, job.given(technician, at(from), at(to)));
    }

    ValidatableResponse isSaid(Visit visit, int minutes) {
        return technician
                .posts("/v1/appointments/" + visit.id() + "/delay", Map.of("expectedArrival", at(minutes)))
                .then()
                .statusCode(200);
    }

    void isExpected(Visit visit, int minutes) {
        seen(visit).body("expectedArrival", equalTo(at(minutes)));
    }

    void isExpectedAsPlanned(Visit visit) {
        seen(visit).body("expectedArrival", equalTo(null));
    }

    private static ValidatableResponse seen(Visit visit) {
        return get(Person.DANA, "/v1/appointments/" + visit.id()).then().statusCode(200);
    }

    String at(int minutes) {
        return time(minutes).toString();
    }

    Instant time(int minutes) {
        return eight.plus(minutes, ChronoUnit.MINUTES);
    }
}
