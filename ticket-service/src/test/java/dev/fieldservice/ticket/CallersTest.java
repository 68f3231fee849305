package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever calls is found by whatever they say, among very many. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CallersTest {

    private Clientele client;

    @BeforeEach
    void aCustomerIsKnown() {
        client = Clientele.register();
    }

    @Test
    void byNameMailStreetSerialNumberAndTicketNumber() {
        String phone = "0743 " + (100_000 + Math.floorMod(client.firm().hashCode(), 900_000));
        String contact = post(
                        Person.DANA,
                        "/v1/contacts",
                        Map.of("customerId", client.customer(), "name", "Ștefania " + client.firm(), "phone", phone))
                .path("id");
        String machine = client.machine(client.site(), "SN 7-" + client.firm());
        String ticket = post(
                        Person.DANA,
                        "/v1/tickets",
                        Map.of(
                                "channel",
                                "PHONE",
                                "customerId",
                                client.customer(),
                                "contactId",
                                contact,
                                "locationId",
                                client.site(),
                                "assetId",
                                machine,
                                "serviceType",
                                "REPAIR",
                                "priority",
                                "LOW",
                                "summary",
                                "x"))
                .path("number");

        assertFound("LACTATE " + client.firm(), "CUSTOMER");
        assertFound("maria@" + client.firm(), "CONTACT");
        assertFound("stefania " + client.firm(), "CONTACT");
        assertFound("+40 " + phone.substring(1).replace(" ", "-"), "PHONE");
        assertFound("sn7-" + client.firm(), "SERIAL_NUMBER");
        assertFound(ticket.toLowerCase(java.util.Locale.ROOT), "TICKET");
        find("fabrica nord").then().body("items.find { it.because == ['SITE'] } != null", equalTo(true));
        find("x").then().statusCode(400);
        get(Person.TUDOR, "/v1/callers?q=maria").then().statusCode(403);
    }

    @Test
    void whatIsAsItWasSaidComesBeforeWhatBeginsSoAndThatBeforeWhatItOccursIn() {
        String occurs = customer("Depozit " + client.firm() + "q Nord");
        String begins = customer(client.firm() + "q Nord");
        String exactly = customer(client.firm() + "q");

        assertThat(ids(client.firm() + "Q")).containsExactly(exactly, begins, occurs);
    }

    @Test
    void anAddressOfMailIsFoundAsAWholeBeforeLongerOnes() {
        String longer = customer("Mail");
        post(
                        Person.DANA,
                        "/v1/contacts",
                        Map.of("customerId", longer, "name", "Ana", "email", "ana-maria@" + client.firm() + ".example"))
                .then()
                .statusCode(201);

        assertThat(ids("MARIA@" + client.firm() + ".example")).containsExactly(client.customer(), longer);
        assertFound("MARIA@" + client.firm() + ".example", "EMAIL");
    }

    @Test
    void aTelephoneNumberIsFoundBeforeItHasBeenSaidToTheEnd() {
        String number = "0744 " + (100_000 + Math.floorMod(client.firm().hashCode(), 900_000));
        String id = post(Person.DANA, "/v1/customers", Map.of("name", "Telefon " + client.firm(), "phone", number))
                .path("id");

        String begun = number.substring(0, number.length() - 1);
        assertThat(ids(begun)).contains(id);
        assertThat(ids("+4" + begun)).contains(id);
        assertThat(ids("004" + begun)).contains(id);
        assertThat(ids("+40 (0)" + begun.substring(1))).contains(id);
    }

    @Test
    void whoIsMisspeltIsFoundWhereNobodyIsCalledSo() {
        String letters = client.firm()
                .chars()
                .mapToObj(sign ->
                        Character.isDigit(sign) ? String.valueOf((char) ('k' + sign - '0')) : Character.toString(sign))
                .collect(Collectors.joining());
        String id = customer("Moara " + letters);

        assertThat(ids(letters.substring(0, letters.length() - 1) + "z"))
                .first()
                .isEqualTo(id);
        assertThat(ids(client.firm().substring(0, client.firm().length() - 1) + "z"))
                .isEmpty();
    }

    @Test
    void aNameOfTwoLettersIsFoundWhereWordsBegin() {
        String first = customer("Qz " + client.firm());
        String second = customer("Hotel Qz");

        assertThat(ids("qz")).contains(first, second);
    }

    private static String customer(String name) {
        return post(Person.DANA, "/v1/customers", Map.of("name", name))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> ids(String said) {
        return find(said).then().statusCode(200).extract().path("items.customerId");
    }

    private void assertFound(String said, String where) {
        List<Map<String, Object>> found =
                find(said).then().statusCode(200).extract().path("items");
        assertThat(found).as(said).isNotEmpty();
        assertThat(found.getFirst().get("customerId")).as(said).isEqualTo(client.customer());
        assertThat(String.valueOf(found.getFirst().get("because"))).as(said).contains(where);
    }

    private static Response find(String said) {
        return as(Person.DANA).queryParam("q", said).get("/v1/callers");
    }
}
