package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sells what, under which number, in which packs and for how much. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SuppliersTest {

    private Buying buying;

    @BeforeEach
    void thereIsASupplier() {
        buying = Buying.inLei();
    }

    @Test
    void aSupplierIsFoundByNameAndKeepsItsCurrency() {
        get(
                        Person.STELA,
                        "/v1/suppliers?q="
                                + buying.name().substring(buying.name().lastIndexOf(' ') + 1))
                .then()
                .statusCode(200)
                .body("items.id", contains(buying.supplier().toString()));
        post(
                        Person.BOGDAN,
                        "/v1/suppliers",
                        Map.of("name", buying.name().toUpperCase(Locale.ROOT), "currency", "RON", "paymentDays", 14))
                .then()
                .statusCode(409)
                .body("code", equalTo("supplier-name-taken"));

        String path = "/v1/suppliers/" + buying.supplier();
        String etag = get(Person.BOGDAN, path).header("ETag");
        put(Person.BOGDAN, path, etag, Map.of("name", buying.name(), "currency", "EUR", "paymentDays", 30))
                .then()
                .statusCode(422)
                .body("code", equalTo("currency-is-fixed"));
        put(Person.BOGDAN, path, etag, Map.of("name", buying.name(), "currency", "RON", "paymentDays", 14))
                .then()
                .statusCode(200)
                .body("paymentDays", equalTo(14));
        post(Person.BOGDAN, "/v1/suppliers", Map.of("name", "Alt", "currency", "QQQ", "paymentDays", 14))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-currency"));
    }

    @Test
    void aPartIsOfferedOnceByASupplierAndPreferredOfOne() {
        Response offered = buying.offers(buying.van().part(), "214.55", "10", true);
        offered.then()
                .statusCode(201)
                .body("unitPrice.amount", equalTo("214.55"))
                .body("packSize", equalTo("10.000"))
                .body("unit", equalTo("KGM"));
        buying.offers(buying.van().part(), "1.00", "1", false)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-offered"));
        Buying other = Buying.inLei();
        other.offers(buying.van().part(), "209.00", "5", true)
                .then()
                .statusCode(409)
                .body("code", equalTo("another-is-preferred"));
        other.offers(buying.van().part(), "209.00", "5", false).then().statusCode(201);

        get(Person.STELA, "/v1/supplier-parts?partId=" + buying.van().part())
                .then()
                .body(
                        "items.supplierId",
                        contains(buying.supplier().toString(), other.supplier().toString()));
        get(Person.STELA, "/v1/supplier-parts?supplierNumber=ft-449&supplierId=" + buying.supplier())
                .then()
                .body("items.id", contains((String) offered.path("id")));
    }

    @Test
    void anOfferIsInTheSuppliersCurrencyAndWhatIsNotSoldIsNotPreferred() {
        Map<String, Object> offer = new HashMap<>(buying.offer(buying.van().part(), "214.55", "10", true));
        offer.put("unitPrice", Map.of("amount", "40.00", "currency", "EUR"));
        post(Person.BOGDAN, "/v1/supplier-parts", offer).then().statusCode(422).body("code", equalTo("other-currency"));
        Response made = buying.offers(buying.van().part(), "214.55", "10", true);
        Map<String, Object> withdrawn = new HashMap<>(buying.offer(buying.van().part(), "214.55", "10", true));
        withdrawn.put("offered", false);
        String path = "/v1/supplier-parts/" + made.path("id");
        put(Person.BOGDAN, path, made.header("ETag"), withdrawn)
                .then()
                .statusCode(422)
                .body("code", equalTo("not-offered"));
        withdrawn.put("preferred", false);
        put(Person.BOGDAN, path, made.header("ETag"), withdrawn)
                .then()
                .statusCode(200)
                .body("offered", equalTo(false));
        put(Person.STELA, path, made.header("ETag"), withdrawn).then().statusCode(403);
    }
}
