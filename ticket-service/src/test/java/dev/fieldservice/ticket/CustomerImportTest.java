package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists of customers: each row is entered once or named with what is wrong, and the same list again changes nothing. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CustomerImportTest {

    private static final String WHOLE =
            "externalId;name;taxId;street;city;countryCode;contactName;contactPhone;siteName;siteStreet;siteCity;"
                    + "siteCountryCode;siteLatitude;siteLongitude;siteTimeZone\n";

    private final String series = "C-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void customersComeWithTheirContactAndSite() {
        String made = sent(WHOLE + whole("Maria Ionescu", "0722 555 010", "București"));

        figures(made, 1, 0, 0, 0);
        String id = rows(made, "").path("items[0].customerId");
        get(Person.DANA, "/v1/customers/" + id)
                .then()
                .body("name", equalTo("Brutăria Nord"))
                .body("taxId", equalTo("RO18547290"))
                .body("billingAddress.city", equalTo("București"))
                .body("externalIds.id", equalTo(List.of(series)));
        get(Person.DANA, "/v1/contacts?customerId=" + id)
                .then()
                .body("items.phone", equalTo(List.of("+40722555010")))
                .body("items.visitMail", equalTo(List.of(true)));
        get(Person.DANA, "/v1/service-locations?externalId=erp:" + series)
                .then()
                .body("items.customerId", equalTo(List.of(id)))
                .body("items[0].position.latitude", equalTo(44.4F));
    }

    @Test
    void theSameListAgainChangesNothingAndAnotherWhatItSays() {
        String list = WHOLE + whole("Maria Ionescu", "0722 555 010", "București");
        figures(sent(list), 1, 0, 0, 0);
        String id = customer().path("items[0].id");
        String etag = get(Person.DANA, "/v1/customers/" + id).header("ETag");

        figures(sent(list), 0, 0, 1, 0);
        figures(sent(WHOLE + whole("MARIA IONESCU", "0722 555 011", "București")), 0, 1, 0, 0);
        get(Person.DANA, "/v1/contacts?customerId=" + id)
                .then()
                .body("items.phone", equalTo(List.of("+40722555011")))
                .body("items.name", equalTo(List.of("Maria Ionescu")));
        figures(sent(WHOLE + whole("Ilie Moga", "", "București")), 0, 1, 0, 0);
        get(Person.DANA, "/v1/contacts?customerId=" + id).then().body("items.size()", equalTo(2));
        get(Person.DANA, "/v1/customers/" + id).then().header("ETag", equalTo(etag));
        // What is in no column stays, an empty field takes away.
        figures(sent("externalId,taxId\n" + series + ",\n"), 0, 1, 0, 0);
        get(Person.DANA, "/v1/customers/" + id)
                .then()
                .body("taxId", nullValue())
                .body("name", equalTo("Brutăria Nord"))
                .body("billingAddress.city", equalTo("București"));
    }

    @Test
    void openTicketsFollowAList() {
        Supermarket supermarket = Supermarket.register();
        String ticket =
                post(Person.DANA, "/v1/tickets", supermarket.leakyChiller()).path("id");
        post(
                        Person.DANA,
                        "/v1/customers/" + supermarket.customerId() + "/set-external-id",
                        Map.of("system", "erp", "id", series))
                .then()
                .statusCode(200);

        figures(
                sent("externalId,name,contactName,contactEmail\n" + series
                        + ",Supermarket Nou SRL,Maria Ionescu,maria@nou.example\n"),
                0,
                1,
                0,
                0);

        var told =
                Events.await(Topics.TICKET_CHANGED, UUID.fromString(ticket), 2).getLast();
        assertThat(told.at("/customer/name").asText()).isEqualTo("Supermarket Nou SRL");
        assertThat(told.at("/contact/email").asText()).isEqualTo("maria@nou.example");
    }

    @Test
    void aDryRunTellsTheSameAndEntersNothing() {
        String list = WHOLE + whole("Maria Ionescu", "12", "București");
        String good = list.replace(";12;", ";;");
        String tried = sent("?system=erp&dryRun=true", good);

        figures(tried, 1, 0, 0, 0);
        get(Person.DANA, tried).then().body("dryRun", equalTo(true));
        customer().then().body("items", empty());
        figures(sent("?system=erp&dryRun=true", list), 0, 0, 0, 1);
        figures(sent(good), 1, 0, 0, 0);
        figures(sent("?system=erp&dryRun=true", good), 0, 0, 1, 0);
        figures(sent("?system=webshop&dryRun=true", good), 1, 0, 0, 0);
    }

    @Test
    void whereASiteLiesMayBeSaidLaterAndTakenBack() {
        String without = "externalId,name,siteName,siteStreet,siteCity,siteCountryCode,siteTimeZone%s\n" + series
                + ",Brutăria Nord,Brutărie,Strada Gării 2,Ploiești,RO,Europe/Bucharest%s\n";
        String there = "/v1/service-locations?externalId=erp:" + series;

        figures(sent(without.formatted("", "")), 1, 0, 0, 0);
        get(Person.DANA, there).then().body("items.position", equalTo(Collections.singletonList(null)));
        figures(sent(without.formatted(",siteLatitude,siteLongitude", ",44.9,26.0")), 0, 1, 0, 0);
        get(Person.DANA, there).then().body("items.position.longitude", equalTo(List.of(26.0F)));
        figures(sent(without.formatted("", "")), 0, 0, 1, 0);
        figures(sent(without.formatted(",siteLatitude,siteLongitude", ",44.9,")), 0, 0, 0, 1);
        figures(sent(without.formatted(",siteLatitude,siteLongitude", ",,")), 0, 1, 0, 0);
        get(Person.DANA, there).then().body("items.position", equalTo(Collections.singletonList(null)));
    }

    @Test
    void aRowThatIsWrongHoldsUpNoOther() {
        String made = sent("""
                externalId,name,email,phone,taxId,street,countryCode,contactName,contactPhone,contactLanguage,siteName,siteExternalId,siteLatitude
                %1$s-1,Unu,,,,,,,,,,,
                %1$s-2,,,,,,,,,,,,
                ,Trei,,,,,,,,,,,
                %1$s-4,Patru,patru@,,,,,,,,,,
                %1$s-5,Cinci,,12,,,,,,,,,
                %1$s-6,Șase,,,RO12345678,,,,,,,,
                %1$s-7,Șapte,,,,Strada 1,RO,,,,,,
                %1$s-8,Opt,,,,,,,0722 555 010,,,,
                %1$s-9,Nouă,,,,,,Ana,12,,,,
                %1$s-10,Zece,,,,,,Ana,,xx-yy-zz,,,
                %1$s-11,Unsprezece,,,,,,,,,Depozit,,91
                %1$s-1,Unu încă o dată,,,,,,,,,,,
                %1$s-13,Treisprezece
                %1$s-14,Paisprezece,,,,,,,,,,,
                """.formatted(series));

        figures(made, 2, 0, 0, 12);
        assertThat(rows(made, "?limit=200").<List<Map<String, Object>>>path("items"))
                .extracting(row -> row.get("row") + " " + row.get("field") + " " + row.get("code"))
                .containsExactly(
                        "1 null null",
                        "2 name not-blank",
                        "3 externalId not-blank",
                        "4 email email",
                        "5 phone phone-number",
                        "6 taxId tax-identifier",
                        "7 city not-blank",
                        "8 contactName not-blank",
                        "9 contactPhone phone-number",
                        "10 contactLanguage unknown-language",
                        "11 siteLatitude not-a-coordinate",
                        "12 externalId external-id-twice",
                        "13 null other-number-of-fields",
                        "14 null null");
        rows(made, "?outcome=REJECTED&limit=200").then().body("items.size()", equalTo(12));
    }

    @Test
    void aSiteOfAnotherCustomerIsNotTaken() {
        figures(sent(WHOLE + whole("Maria Ionescu", "", "București")), 1, 0, 0, 0);

        String made = sent(WHOLE.replace(";name", ";siteExternalId;name")
                + whole("Maria Ionescu", "", "București").replaceFirst(";", "-2;" + series + ";"));

        figures(made, 0, 0, 0, 1);
        rows(made, "")
                .then()
                .body("items[0].field", equalTo("siteExternalId"))
                .body("items[0].code", equalTo("customer-is-fixed"));
        get(Person.DANA, "/v1/customers?externalId=erp:" + series + "-2").then().body("items", empty());
    }

    @Test
    void manyPagesAreEnteredAndNoneTwiceWhenTwoListsComeAtOnce() {
        String list = IntStream.rangeClosed(1, 420)
                .mapToObj(row -> "%s-%d,Client %d\n".formatted(series, row, row))
                .collect(Collectors.joining("", "externalId,name\n", ""));
        String one = sent(list);
        String other = sent(list);

        eventually(() -> assertThat(isDone(one) && isDone(other)).isTrue());
        int created = get(Person.DANA, one).<Integer>path("created")
                + get(Person.DANA, other).<Integer>path("created");
        int unchanged = get(Person.DANA, one).<Integer>path("unchanged")
                + get(Person.DANA, other).<Integer>path("unchanged");
        assertThat(List.of(created, unchanged)).containsExactly(420, 420);
    }

    @Test
    void whatIsNoListIsRefusedAsAWhole() {
        refused("name\nUnu\n", "wrong-columns");
        refused("externalId,price\nX,5\n", "wrong-columns");
        refused("externalId\n", "no-rows");
        send("", UUID.randomUUID().toString(), "externalId\nX\n").then().statusCode(400);
        send("?system=ERP%201", UUID.randomUUID().toString(), "externalId\nX\n")
                .then()
                .statusCode(400);
        get(Person.TUDOR, "/v1/customer-imports").then().statusCode(403);
        get(Person.DANA, "/v1/customer-imports/" + UUID.randomUUID() + "/rows")
                .then()
                .statusCode(404);
        String key = UUID.randomUUID().toString();
        send("?system=erp", key, "externalId,name\n" + series + ",Unu\n").then().statusCode(201);
        send("?system=erp", key, "externalId,name\n" + series + ",Unu\n")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"));
        send("?system=webshop", key, "externalId,name\n" + series + ",Unu\n")
                .then()
                .statusCode(422);
    }

    private String whole(String contact, String phone, String city) {
        return "%s;Brutăria Nord;RO18547290;Strada Fabricii 3;%s;RO;%s;%s;Laborator;Strada Fabricii 5;%s;RO;44.4;26.1;Europe/Bucharest\n"
                .formatted(series, city, contact, phone, city);
    }

    private Response customer() {
        return get(Person.DANA, "/v1/customers?externalId=erp:" + series);
    }

    private static String sent(String list) {
        return sent("?system=erp", list);
    }

    private static String sent(String query, String list) {
        Response answer = send(query, UUID.randomUUID().toString(), list);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.header("Location");
    }

    private static Response send(String query, String key, String list) {
        return as(Person.DANA)
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(list.getBytes(StandardCharsets.UTF_8))
                .post("/v1/customer-imports" + query);
    }

    private static void refused(String list, String code) {
        send("?system=erp", UUID.randomUUID().toString(), list)
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }

    private static void figures(String made, int created, int changed, int unchanged, int rejected) {
        eventually(() -> assertThat(isDone(made)).isTrue());
        Response seen = get(Person.DANA, made);
        assertThat(List.of(
                        seen.<Integer>path("created"),
                        seen.<Integer>path("changed"),
                        seen.<Integer>path("unchanged"),
                        seen.<Integer>path("rejected")))
                .as(rows(made, "?limit=200").asString())
                .containsExactly(created, changed, unchanged, rejected);
    }

    private static boolean isDone(String made) {
        return get(Person.DANA, made).path("state").equals("DONE");
    }

    private static Response rows(String made, String query) {
        return get(Person.DANA, made + "/rows" + query);
    }
}
