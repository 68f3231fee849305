package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be true is not taken for a customer's data. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MasterDataTest {

    private static Map<String, Object> customer() {
        return new HashMap<>(Map.of(
                "name",
                "Supermarket Cotroceni SRL",
                "billingAddress",
                new HashMap<>(Map.of("street", "Bulevardul Timișoara 26", "city", "București", "countryCode", "RO"))));
    }

    @ParameterizedTest
    @CsvSource({
        "taxId, RO12345678, tax-identifier",
        "taxId, 12345678, tax-identifier",
        "taxId, ZZ12345678, tax-identifier",
        "taxId, DE136695978, tax-identifier",
        "taxId, none, tax-identifier",
        "email, maria@localhost, email",
        "email, maria@cotroceni, email",
        "email, maria@cotroceni.invalid, email",
        "email, maria@-cotroceni.ro, email",
        "email, maria@cotroceni..ro, email",
        "email, maria@cotroceni.ro., email",
        "email, maria@10.0.0.1, email",
        "email, maria..ionescu@cotroceni.ro, email",
        "email, maria ionescu@cotroceni.ro, email",
        "phone, 12, phone-number",
        "phone, call me, phone-number",
        "phone, +40 722, phone-number",
        "phone, +999 722 555 010, phone-number"
    })
    void whatCannotBeIsRefusedAndNamed(String field, String value, String code) {
        Map<String, Object> customer = customer();
        customer.put(field, value);

        post(Person.DANA, "/v1/customers", customer)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/" + field))
                .body("errors.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 136695976, DE136695976",
        "GR, 094 259 216, EL094259216",
        "DE, RO12345674, RO12345674",
        "US, 12-3456789, 123456789"
    })
    void aNumberOfAnotherMemberStateIsKeptWithItsCountry(String country, String typed, String kept) {
        post(Person.DANA, "/v1/customers", customerOf(country, typed))
                .then()
                .statusCode(201)
                .body("taxId", equalTo(kept));
    }

    @ParameterizedTest
    @CsvSource({"DE, 12", "DE, 136695978", "DE, 18547290", "DE, 1800101221144", "AT, 13585627"})
    void aNumberWithoutItsCountryFitsThatOfTheAddress(String country, String typed) {
        post(Person.DANA, "/v1/customers", customerOf(country, typed))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/taxId"))
                .body("errors.code", hasItem("tax-identifier"));
    }

    private static Map<String, Object> customerOf(String country, String taxId) {
        Map<String, Object> customer = customer();
        customer.put("taxId", taxId);
        customer.put("billingAddress", Map.of("street", "Hauptstraße 1", "city", "Linz", "countryCode", country));
        return customer;
    }

    @ParameterizedTest
    @CsvSource({
        "taxId, ro 123 456 74, RO12345674",
        "taxId, 1800101221144, 1800101221144",
        "email, maria@țară.example, maria@țară.example",
        "phone, 021 555 0100, +40215550100",
        "phone, 0040 722.555.010, +40722555010",
        "phone, +49 30 901820, +4930901820",
        "phone, 021 555 0100 ext. 12, +40215550100;ext=12",
        "name, '  Brânză & Co ', Brânză & Co"
    })
    void whatIsWrittenInManyWaysIsKeptInOne(String field, String typed, String kept) {
        Map<String, Object> customer = customer();
        customer.put(field, typed);

        post(Person.DANA, "/v1/customers", customer).then().statusCode(201).body(field, equalTo(kept));
    }

    @Test
    void aSiteThatNobodyHasLocatedIsListedUntilSomebodyDoes() {
        Supermarket known = Supermarket.register();
        String list = "/v1/service-locations?customerId=" + known.customerId() + "&located=";
        Map<String, Object> site = new HashMap<>(
                get(Person.DANA, "/v1/service-locations/" + known.locationId()).<Map<String, Object>>path(""));
        Object position = site.remove("position");
        var _ = site.remove("id");
        Response registered = post(Person.DANA, "/v1/service-locations", site);
        registered.then().statusCode(201).body("position", nullValue());
        String lost = registered.path("id");

        assertThat(get(Person.SORIN, list + "false").<List<String>>path("items.id"))
                .containsExactly(lost);
        assertThat(get(Person.SORIN, list + "true").<List<String>>path("items.id"))
                .containsExactly(known.locationId());
        Map<String, Object> call = known.leakyChiller();
        call.put("locationId", lost);
        call.remove("assetId");
        String ticket = post(Person.DANA, "/v1/tickets", call)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(Events.awaitOne(Topics.TICKET_CREATED, UUID.fromString(ticket))
                        .at("/location")
                        .has("position"))
                .isFalse();

        site.put("position", position);
        put(Person.DANA, "/v1/service-locations/" + lost, registered.header("ETag"), site)
                .then()
                .statusCode(200)
                .body("position", notNullValue());
        assertThat(get(Person.SORIN, list + "false").<List<String>>path("items.id"))
                .isEmpty();
    }

    @Test
    void aNumberWithoutCountryCodeIsOneOfTheCustomersCountry() {
        Map<String, Object> customer = customer();
        customer.put("billingAddress", Map.of("street", "Alexanderplatz 1", "city", "Berlin", "countryCode", "DE"));
        customer.put("phone", "030 901820");

        post(Person.DANA, "/v1/customers", customer).then().statusCode(201).body("phone", equalTo("+4930901820"));
    }

    @ParameterizedTest
    @CsvSource({
        "RO-B, RO, 201",
        "RO-ZZ, RO, 400",
        "DE-BY, RO, 400",
        "DE-BY, DE, 201",
        "Bayern, DE, 201",
        "Al-Ain, AE, 201",
        "ro-b, RO, 201",
        "ro-zz, RO, 400",
        "RO-B, DE, 400"
    })
    void aRegionIsOneOfTheCountry(String region, String country, int status) {
        Map<String, Object> customer = customer();
        customer.put(
                "billingAddress",
                Map.of("street", "Strada 1", "city", "Oraș", "region", region, "countryCode", country));

        var answer = post(Person.DANA, "/v1/customers", customer).then().statusCode(status);
        if (status == 400) {
            answer.body("errors[0].pointer", equalTo("/billingAddress/region"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Frigo\u2028Nord", "\u0301Frigo", "Frigo\uE000"})
    void aNameIsOneLineOfLetters(String name) {
        Map<String, Object> customer = customer();
        customer.put("name", name);

        post(Person.DANA, "/v1/customers", customer).then().statusCode(400);
    }

    @Test
    void aCountryIsOnTheList() {
        Map<String, Object> customer = customer();
        customer.put("billingAddress", Map.of("street", "Strada 1", "city", "Oraș", "countryCode", "ZZ"));

        post(Person.DANA, "/v1/customers", customer)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/billingAddress/countryCode"))
                .body("errors[0].code", equalTo("country-code"));
    }

    @Test
    void theOfficeRemarksAndFindsByItsTagsWhateverOtherSystemsSay() {
        String tag = "t-" + UUID.randomUUID();
        Map<String, Object> entered =
                Map.of("externalId", Map.of("system", "erp", "id", tag), "customer", Map.of("name", "Brutăria Nord"));
        String id = post(Person.DANA, "/v1/customers/upsert", entered).path("id");

        post(
                        Person.DANA,
                        "/v1/customers/" + id + "/annotate",
                        Map.of("notes", "Sună\nînainte", "tags", List.of(tag, "vip", tag)))
                .then()
                .statusCode(200)
                .body("notes", equalTo("Sună\nînainte"))
                .body("tags.size()", equalTo(2));
        post(Person.DANA, "/v1/customers/upsert", entered)
                .then()
                .statusCode(200)
                .body("tags", hasItem("vip"));
        get(Person.DANA, "/v1/customers?tag=" + tag).then().body("items.id", equalTo(List.of(id)));
        post(Person.DANA, "/v1/customers/" + id + "/annotate", Map.of("tags", List.of("VIP")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/tags/0"));
        post(Person.DANA, "/v1/customers/" + id + "/annotate", Map.of("tags", List.of()))
                .then()
                .statusCode(200)
                .body("notes", nullValue());
        get(Person.DANA, "/v1/customers?tag=" + tag).then().body("items.size()", equalTo(0));
    }

    @Test
    void othersAreToldWhoACustomerIs() {
        Response made = post(Person.DANA, "/v1/customers", customer());
        UUID id = UUID.fromString(made.path("id"));
        Map<String, Object> details = customer();
        details.put("taxId", "RO18547290");

        put(Person.DANA, "/v1/customers/" + id, made.header("ETag"), details)
                .then()
                .statusCode(200);
        put(Person.DANA, "/v1/customers/" + id, "*", details).then().statusCode(200);
        post(Person.ADMIN, "/v1/operations/ticket-service/topics/" + Topics.CUSTOMER_CHANGED + "/retell", "")
                .then()
                .statusCode(200);

        List<JsonNode> told = Events.await(Topics.CUSTOMER_CHANGED, id, 3);
        assertThat(told)
                .extracting(event -> event.at("/customerVersion").asLong())
                .containsExactly(0L, 1L, 1L);
        assertThat(told.getFirst().at("/customer").has("taxId")).isFalse();
        assertThat(told.getLast().at("/customer/taxId").asText()).isEqualTo("RO18547290");
    }

    @Test
    void othersAreToldWhoAContactIs() {
        UUID customer =
                UUID.fromString(post(Person.DANA, "/v1/customers", customer()).path("id"));
        Map<String, Object> details = new HashMap<>(Map.of("customerId", customer, "name", "Maria Ionescu"));
        Response made = post(Person.DANA, "/v1/contacts", details);
        UUID id = UUID.fromString(made.path("id"));
        details.put("email", "maria.ionescu@cotroceni.example");

        put(Person.DANA, "/v1/contacts/" + id, made.header("ETag"), details)
                .then()
                .statusCode(200);
        put(Person.DANA, "/v1/contacts/" + id, "*", details).then().statusCode(200);

        List<JsonNode> told = Events.await(Topics.CONTACT_CHANGED, id, 2);
        assertThat(told)
                .extracting(event -> event.at("/contactVersion").asLong())
                .containsExactly(0L, 1L);
        assertThat(told)
                .allSatisfy(
                        event -> assertThat(event.at("/customerId").asText()).isEqualTo(customer.toString()));
        assertThat(told.getFirst().at("/contact").has("email")).isFalse();
        assertThat(told.getLast().at("/contact/email").asText()).isEqualTo("maria.ionescu@cotroceni.example");
    }
}
