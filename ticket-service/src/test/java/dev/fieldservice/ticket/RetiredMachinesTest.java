package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine that is sold leaves one customer and comes to another; one that is scrapped needs nobody any more. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RetiredMachinesTest {

    private static final Map<String, Object> SOLD = Map.of("reason", "Vândut la Supermarket Militari");
    private static final Map<String, Object> MISTAKE = Map.of("reason", "Greșit");

    private Supermarket seller;
    private String machine;

    @BeforeEach
    void aMachineStandsAtTheSeller() {
        seller = Supermarket.register();
        machine = "/v1/assets/" + seller.assetId();
    }

    @Test
    void aMachineThatIsSoldIsRetiredAndRegisteredAnewByWhoeverHasItNow() {
        Supermarket buyer = Supermarket.register();
        Map<String, Object> same = theSameAt(buyer);
        registers(same).then().statusCode(409).body("code", equalTo("serial-number-taken"));

        post(Person.DANA, machine + "/retire", SOLD)
                .then()
                .statusCode(200)
                .body("retiredAt", notNullValue())
                .body("retiredBecause", equalTo("Vândut la Supermarket Militari"));

        String anew = registers(same).then().statusCode(201).extract().path("id");
        assertThat(listed(buyer, "false")).contains(anew);
        post(Person.DANA, machine + "/reinstate", MISTAKE)
                .then()
                .statusCode(409)
                .body("code", equalTo("serial-number-taken"));
        post(Person.DANA, "/v1/assets/" + anew + "/retire", SOLD).then().statusCode(200);
        post(Person.DANA, machine + "/reinstate", MISTAKE)
                .then()
                .statusCode(200)
                .body("retiredAt", nullValue())
                .body("retiredBecause", nullValue());
        registers(same).then().statusCode(409);
    }

    @Test
    void aMachineIsRetiredOnceAndThenTakenBackOnce() {
        post(Person.DANA, machine + "/reinstate", MISTAKE)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
        post(Person.DANA, machine + "/retire", Map.of()).then().statusCode(400);
        post(Person.SORIN, machine + "/retire", SOLD).then().statusCode(403);
        post(Person.DANA, machine + "/retire", SOLD).then().statusCode(200);
        post(Person.DANA, machine + "/retire", SOLD)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("detail", containsString("RETIRED"));
    }

    @Test
    void forARetiredMachineNoTicketIsOpenedAndThoseThatAreOpenGoOn() {
        String open =
                opens(seller.leakyChiller()).then().statusCode(201).extract().path("id");
        String calledOff =
                opens(seller.leakyChiller()).then().statusCode(201).extract().path("id");
        post(Person.DANA, "/v1/tickets/" + calledOff + "/cancel", MISTAKE)
                .then()
                .statusCode(200);
        post(Person.DANA, machine + "/retire", SOLD).then().statusCode(200);

        opens(seller.leakyChiller())
                .then()
                .statusCode(422)
                .body("code", equalTo("asset-is-retired"))
                .body("errors.pointer", equalTo(List.of("/assetId")));
        post(Person.DANA, "/v1/tickets/" + calledOff + "/follow-up", MISTAKE)
                .then()
                .statusCode(422)
                .body("code", equalTo("asset-is-retired"))
                .body("errors", nullValue());
        corrects(open, Map.of("summary", "Chillerul a fost vândut, recuperați agentul"))
                .then()
                .statusCode(200);
        post(Person.DANA, "/v1/tickets/" + open + "/wait-for-customer", MISTAKE)
                .then()
                .statusCode(200);

        post(Person.DANA, machine + "/reinstate", MISTAKE).then().statusCode(200);
        opens(seller.leakyChiller()).then().statusCode(201);
    }

    @Test
    void noTicketIsCorrectedToBeAboutARetiredMachine() {
        Map<String, Object> unknown = seller.leakyChiller();
        unknown.remove("assetId");
        String ticket = opens(unknown).then().statusCode(201).extract().path("id");
        post(Person.DANA, machine + "/retire", SOLD).then().statusCode(200);

        corrects(ticket, Map.of("assetId", seller.assetId()))
                .then()
                .statusCode(422)
                .body("code", equalTo("asset-is-retired"));
    }

    @Test
    void retiredMachinesAreListedApart() {
        String second = registers(theSameAt(seller, "FX40-" + UUID.randomUUID()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post(Person.DANA, machine + "/retire", SOLD).then().statusCode(200);

        assertThat(listed(seller, "true")).containsExactly(seller.assetId());
        assertThat(listed(seller, "false")).containsExactly(second);
        assertThat(get(Person.DANA, "/v1/assets?customerId=" + seller.customerId())
                        .<List<String>>path("items.id"))
                .containsExactlyInAnyOrder(seller.assetId(), second);
    }

    @Test
    void aMachineWithoutMakerIsRegisteredOnceToo() {
        Map<String, Object> nameless = theSameAt(seller, "NM-" + UUID.randomUUID());
        nameless.remove("manufacturer");
        registers(nameless).then().statusCode(201);

        registers(nameless).then().statusCode(409).body("code", equalTo("serial-number-taken"));
        nameless.remove("serialNumber");
        registers(nameless).then().statusCode(201);
        registers(nameless).then().statusCode(201);
    }

    private Map<String, Object> theSameAt(Supermarket owner) {
        return theSameAt(owner, get(Person.DANA, machine).path("serialNumber"));
    }

    private static Map<String, Object> theSameAt(Supermarket owner, String serial) {
        return new HashMap<>(Map.of(
                "customerId",
                owner.customerId(),
                "locationId",
                owner.locationId(),
                "name",
                "Chiller lactate",
                "manufacturer",
                "Frigomont",
                "serialNumber",
                serial));
    }

    private static Response registers(Map<String, Object> asset) {
        return post(Person.DANA, "/v1/assets", asset);
    }

    private static Response opens(Map<String, Object> ticket) {
        return post(Person.DANA, "/v1/tickets", ticket);
    }

    private Response corrects(String ticket, Map<String, Object> changes) {
        String path = "/v1/tickets/" + ticket;
        Response read = get(Person.DANA, path);
        Map<String, Object> details = seller.leakyChiller();
        List.of("channel", "customerId").forEach(details::remove);
        details.putAll(changes);
        return put(Person.DANA, path, read.header("ETag"), details);
    }

    private static List<String> listed(Supermarket owner, String retired) {
        return get(Person.DANA, "/v1/assets?customerId=" + owner.customerId() + "&retired=" + retired)
                .path("items.id");
    }
}
