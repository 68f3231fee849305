package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has a caller on the telephone finds them, however they and the caller spell it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SearchTest {

    @Inject
    AgroalDataSource database;

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @CsvSource({
        "Fabrica Ștefan cel Mare, ȘTEFAN",
        "Fabrica Ștefan cel Mare, ştefan",
        "Fabrica Ştefan cel Mare, ștefan",
        "Fabrica Ștefan cel Mare, stefan",
        "FRIGORIFERUL ȚĂNDĂREI, țăndărei",
        "Frigoriferul Tandarei, Ţăndărei",
        "Café Brâncuși, CAFE BRANCUSI",
        "Cafe Brancusi, Café",
        "Großmarkt Straße, GROSSMARKT STRASSE",
        "Grossmarkt, Großmarkt",
        "Smørrebrød Łódź, smorrebrod lodz",
        "Молоко, МОЛОКО",
        "ΣΙΣΥΦΟΣ, σίσυφος",
        "100%_rece, 100%_",
        "Mare Ștefan, stefan mare"
    })
    void aCustomerIsFoundHoweverTheNameIsSpelt(String name, String typed) {
        String id = customer(Map.of("name", name + " " + mark));

        assertThat(ids(search("/v1/customers", "q", typed + " " + mark))).containsExactly(id);
        assertThat(ids(search("/v1/customers", "q", decomposed(typed) + " " + mark)))
                .containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien|o’brien",
                "O’Brien|O'BRIEN",
                "O´Brien|oʼbrien",
                "Frigo – Rece|frigo - rece",
                "Frigo-Rece|frigo‑rece",
                "Moara «Nord»|\"nord\"",
                "Moara „Nord”|“nord”",
                "Frigo\u00ADtehnica|frigotehnica"
            })
    void signsOfPrintAndOfKeyboardsAreTheSame(String nameAndTyped) {
        String[] both = nameAndTyped.split("\\|");
        String id = customer(Map.of("name", both[0] + " " + mark));

        assertThat(ids(search("/v1/customers", "q", both[1] + " " + mark))).containsExactly(id);
    }

    @Test
    void everyWordOfEightCounts() {
        String id = customer(Map.of("name", "a b c d e f g h i j " + mark));

        assertThat(ids(search("/v1/customers", "q", mark + " a b c d e f g"))).containsExactly(id);
        assertThat(ids(search("/v1/customers", "q", mark + " a b c d e f zzzqqq")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a b c d e f, too-short", "abc b c d e f g h i, too-many-words"})
    void wordsThatNoIndexFindsAreNotLookedFor(String typed, String code) {
        search("/v1/customers", "q", typed)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("q"))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void aSignForAnythingIsASignLikeAnyOther() {
        String id = customer(Map.of("name", "Fabrica " + mark));

        assertThat(ids(search("/v1/customers", "q", mark))).containsExactly(id);
        assertThat(ids(search("/v1/customers", "q", "_" + mark.substring(1)))).isEmpty();
        assertThat(ids(search("/v1/customers", "q", "%" + mark.substring(2)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0722 %s", "+40 722 %s", "0040722%s", "0722.%s", "(0722) %s", "+40722%s"})
    void aContactIsFoundByTelephoneHoweverItIsWritten(String written) {
        String digits = String.format("%06d", Math.floorMod(mark.hashCode(), 1_000_000));
        Supermarket supermarket = Supermarket.register();
        String contact = post(
                        Person.DANA,
                        "/v1/contacts",
                        Map.of(
                                "customerId",
                                supermarket.customerId(),
                                "name",
                                "Ioana " + mark,
                                "phone",
                                "0722 " + digits.substring(0, 3) + " " + digits.substring(3)))
                .then()
                .statusCode(201)
                .body("phone", equalTo("+40722" + digits))
                .extract()
                .path("id");

        assertThat(ids(search("/v1/contacts", "phone", written.formatted(digits))))
                .contains(contact);
        assertThat(ids(search("/v1/contacts", "phone", "+40 722 " + (digits.equals("000000") ? "000001" : "000000"))))
                .doesNotContain(contact);
    }

    @Test
    void aTelephoneNumberThatIsNoneFindsNobodyAndSaysSo() {
        search("/v1/customers", "phone", "nobody")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("phone-number"));
        get(Person.DANA, "/v1/contacts?phone=")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("empty-parameter"));
    }

    @Test
    void sitesAndMachinesAreFoundByTextAndSerialNumber() {
        Supermarket supermarket = Supermarket.register();
        String serial = get(Person.DANA, "/v1/assets/" + supermarket.assetId()).path("serialNumber");

        assertThat(ids(search(
                        "/v1/assets",
                        "serialNumber",
                        serial.toLowerCase(java.util.Locale.ROOT).replace("-", " -"))))
                .containsExactly(supermarket.assetId());
        assertThat(ids(search("/v1/assets", "q", "CHILLER " + serial))).containsExactly(supermarket.assetId());
        assertThat(ids(get(Person.DANA, "/v1/service-locations?q=timisoara&customerId=" + supermarket.customerId())))
                .containsExactly(supermarket.locationId());
    }

    @Test
    void ticketsAreFoundByNumberStatesCustomerTimeAndText() {
        Supermarket supermarket = Supermarket.register();
        Response first = open(supermarket);
        Response second = open(supermarket);
        post(Person.DANA, "/v1/tickets/" + second.path("id") + "/cancel", Map.of("reason", "Din greșeală"))
                .then()
                .statusCode(200);
        String of = "/v1/tickets?customerId=" + supermarket.customerId();
        List<String> both = List.of(first.path("id"), second.path("id"));

        assertThat(ids(get(Person.DANA, of + "&state=NEW&state=CANCELLED"))).isEqualTo(both);
        assertThat(ids(get(Person.DANA, of + "&state=CANCELLED"))).containsExactly(both.getLast());
        assertThat(ids(get(Person.DANA, of + "&sort=NEWEST"))).isEqualTo(both.reversed());
        assertThat(ids(get(Person.DANA, of + "&q=PIERDE agent"))).isEqualTo(both);
        assertThat(ids(get(Person.DANA, of + "&from=2020-01-01T00:00:00Z&to=2021-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(ids(get(Person.DANA, of + "&from=2020-01-01T00:00:00Z&changedSince=2020-01-01T00:00:00Z")))
                .isEqualTo(both);
        assertThat(ids(get(Person.DANA, of + "&changedSince=2999-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(ids(get(Person.DANA, "/v1/tickets?number=" + first.<String>path("number"))))
                .containsExactly(both.getFirst());
        get(Person.DANA, of + "&from=2021-01-01T00:00:00Z&to=2020-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("to"));
    }

    @Test
    void theNewestFirstAreReadPageByPageAndTheirCursorIsTheirs() {
        Supermarket supermarket = Supermarket.register();
        String older = open(supermarket).path("id");
        String newer = open(supermarket).path("id");
        String of = "/v1/tickets?limit=1&customerId=" + supermarket.customerId();

        Response first = get(Person.DANA, of + "&sort=NEWEST");
        String cursor = first.path("nextCursor");

        assertThat(ids(first)).containsExactly(newer);
        assertThat(ids(get(Person.DANA, of + "&sort=NEWEST&cursor=" + cursor))).containsExactly(older);
        get(Person.DANA, of + "&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("invalid-cursor"));
    }

    @Test
    void aMachineIsOneHoweverItsSerialNumberIsTyped() {
        Supermarket supermarket = Supermarket.register();
        String serial = get(Person.DANA, "/v1/assets/" + supermarket.assetId()).path("serialNumber");

        assertThat(post(
                                Person.DANA,
                                "/v1/assets",
                                Map.of(
                                        "customerId",
                                        supermarket.customerId(),
                                        "locationId",
                                        supermarket.locationId(),
                                        "name",
                                        "Chiller",
                                        "manufacturer",
                                        "FRIGOMONT",
                                        "serialNumber",
                                        serial.toLowerCase(java.util.Locale.ROOT)))
                        .<String>path("code"))
                .isEqualTo("serial-number-taken");
    }

    @ParameterizedTest
    @CsvSource({
        "customer, search_text like (select contained('Ștefan')), customer_text",
        "contact, search_text like (select contained('Ștefan')), contact_text",
        "service_location, search_text like (select contained('Ștefan')), service_location_text",
        "asset, search_text like (select contained('Ștefan')), asset_text",
        "ticket, search_text like (select contained('Ștefan')), ticket_text",
        "service_location, latitude is null and true, service_location_unlocated",
        "customer, phone_key(phone) = '722555010', customer_phone",
        "contact, phone_key(phone) = '722555010', contact_phone",
        "customer, tax_key = '18547290', customer_tax",
        "asset, compared(serial_number) = compared('FX40'), asset_serial",
        "customer, compared(name) = compared('Lactate'), customer_compared_name",
        "customer, lower(email) = 'maria@cotroceni.example', customer_email",
        "contact, lower(email) = 'maria@cotroceni.example', contact_email"
    })
    void aSearchReadsAnIndexAndNotTheTable(String table, String condition, String index) throws SQLException {
        assertThat(plan("select * from " + table + " where cast((" + condition + ") as boolean) = true"))
                .contains(index);
    }

    private String plan(String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            try (ResultSet rows = statement.executeQuery("explain " + sql)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            connection.rollback();
            return plan.toString();
        }
    }

    private static Response open(Supermarket supermarket) {
        Response opened = post(Person.DANA, "/v1/tickets", supermarket.leakyChiller());
        opened.then().statusCode(201);
        return opened;
    }

    private static String customer(Map<String, Object> details) {
        return post(Person.DANA, "/v1/customers", details)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response search(String list, String parameter, String value) {
        return as(Person.DANA).queryParam(parameter, value).get(list);
    }

    private static String decomposed(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD);
    }

    private static List<String> ids(Response found) {
        return found.then().statusCode(200).extract().path("items.id");
    }
}
