package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has somebody's tax identifier before them finds who that is, and nobody else's number. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TaxIdSearchTest {

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(strings = {"RO18547290", "ro 185 472 90", "18547290"})
    void aCustomerIsFoundByTaxIdentifier(String typed) {
        String id = customer("RO 185.472-90", "RO");

        assertThat(found(typed)).containsExactly(id);
        assertThat(found("RO12345674")).isEmpty();
        assertThat(found("DE18547290")).isEmpty();
    }

    @Test
    void withItsCountryItFindsThoseOfThatCountryAndThoseWithoutOne() {
        String polish = customer("PL8567346215", "PL");
        String american = customer("8567346215", "US");
        String greek = customer("GR094259216", "GR");

        assertThat(found("PL 856 734 62 15")).containsExactlyInAnyOrder(polish, american);
        assertThat(found("8567346215")).containsExactlyInAnyOrder(polish, american);
        assertThat(found("US8567346215")).containsExactly(american);
        assertThat(found("EL094259216")).containsExactly(greek);
        assertThat(found("CY094259216")).isEmpty();
    }

    private List<String> found(String typed) {
        return get(Person.DANA, "/v1/customers?q=" + mark + "&taxId=" + typed)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private String customer(String taxId, String country) {
        Map<String, Object> address = Map.of("street", "Strada Fabricii 1", "city", "Cluj", "countryCode", country);
        return post(
                        Person.DANA,
                        "/v1/customers",
                        Map.of("name", "Frigo " + mark, "taxId", taxId, "billingAddress", address))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
