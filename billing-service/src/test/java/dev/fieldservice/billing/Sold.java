package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A customer whom no other test knows, what was sold to it, and what it pays. */
final class Sold {

    /** An hour of labour at 180.00 with 21 %. */
    static final String HOUR = "217.80";

    final UUID customer = UUID.randomUUID();

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Bucharest"));
    }

    /** An issued invoice; its id is that of the receivable. */
    @CanIgnoreReturnValue
    String invoice() {
        String draft = draft();
        return post(Person.ANA, draft + "/issue")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** The address of a draft. */
    @CanIgnoreReturnValue
    String draft() {
        Job job = Job.ofMarch().works("LABOUR", 60).of(customer, "RO12345674");
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return job.invoice();
    }

    /** Somebody has asked for something. */
    @CanIgnoreReturnValue
    Sold known() {
        UUID ticket = UUID.randomUUID();
        ObjectNode event = (ObjectNode) Contracts.sample(Topics.TICKET_CREATED, Map.of("ticketId", ticket));
        ((ObjectNode) event.get("customer")).put("id", customer.toString());
        Events.publish(Topics.TICKET_CREATED, ticket, event);
        eventually(() -> get(Person.ANA, account()).then().statusCode(200));
        return this;
    }

    Response pays(String amount, LocalDate on, Object... invoicesAndAmounts) {
        Map<String, Object> payment = new HashMap<>();
        payment.put("customerId", customer);
        payment.put("amount", PriceList.lei(amount));
        payment.put("receivedOn", on.toString());
        payment.put("reference", "OP 17");
        payment.put(
                "allocations",
                IntStream.range(0, invoicesAndAmounts.length / 2)
                        .mapToObj(i -> Map.of(
                                "receivableId",
                                invoicesAndAmounts[2 * i],
                                "amount",
                                PriceList.lei(invoicesAndAmounts[2 * i + 1].toString())))
                        .toList());
        return post(Person.ANA, "/v1/payments", payment);
    }

    /** The id of a payment that is taken. */
    @CanIgnoreReturnValue
    String paid(String amount, LocalDate on, Object... invoicesAndAmounts) {
        return pays(amount, on, invoicesAndAmounts)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response allocate(String debit, String credit, String amount) {
        return post(
                Person.ANA,
                "/v1/allocations",
                Map.of("debitId", debit, "creditId", credit, "amount", PriceList.lei(amount)));
    }

    static ValidatableResponse receivable(String id) {
        return get(Person.ANA, "/v1/receivables/" + id).then().statusCode(200);
    }

    static ValidatableResponse payment(String id) {
        return get(Person.ANA, "/v1/payments/" + id).then().statusCode(200);
    }

    /** What the ageing says of this customer on a day: the six columns and their sum. */
    List<String> ageing(LocalDate day) {
        Response ageing = get(Person.ANA, "/v1/receivables/ageing?customerId=" + customer + "&asOf=" + day);
        ageing.then().statusCode(200);
        return List.of("notDue", "days1To30", "days31To60", "days61To90", "over90", "unallocated", "balance").stream()
                .map(column -> ageing.<String>path("totals[0]." + column + ".amount"))
                .map(amount -> amount == null ? "0.00" : amount)
                .toList();
    }

    Response statement(LocalDate from, LocalDate to) {
        return get(Person.ANA, account() + "/statement?from=" + from + "&to=" + to);
    }

    String account() {
        return "/v1/customer-accounts/" + customer;
    }

    /** Invoices are due so many days after they are issued, from now on. */
    void hasToPayWithin(int days) {
        String etag = get(Person.ANA, known().account())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        as(Person.ANA)
                .contentType("application/json")
                .header("If-Match", etag)
                .body(Map.of("paymentDays", days))
                .put(account())
                .then()
                .statusCode(200);
    }
}
