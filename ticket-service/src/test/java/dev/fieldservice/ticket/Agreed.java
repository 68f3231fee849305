package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.post;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is agreed with the supermarket. */
final class Agreed {

    static final Map<String, Object> HALF_OF_PARTS =
            Map.of("clause", "Art. 5.1: piese la jumătate", "kinds", List.of("PART"), "percent", "50");

    private Agreed() {}

    /** Open-ended, from the beginning of the year on, for all sites and machines. */
    static Map<String, Object> contract(Supermarket supermarket, Map<String, Object> terms) {
        return new HashMap<>(Map.of(
                "customerId",
                supermarket.customerId(),
                "name",
                "Mentenanță frig comercial",
                "validFrom",
                "2026-01-01",
                "terms",
                terms));
    }

    /** The address of one that is agreed. */
    @CanIgnoreReturnValue
    static String active(Map<String, Object> contract) {
        String address = "/v1/contracts/" + drafted(contract);
        post(Person.ANA, address + "/activate").then().statusCode(200);
        return address;
    }

    @CanIgnoreReturnValue
    static String drafted(Map<String, Object> contract) {
        return post(Person.ANA, "/v1/contracts", contract)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> allowance(String unit, int included, int perTicket) {
        return Map.of(
                "clause", "Art. 4: incluse", "unit", unit, "included", included, "per", "YEAR", "perTicket", perTicket);
    }

    static Map<String, Object> promise(String priority, int respond, int resolve, String counted) {
        return Map.of("priority", priority, "respondMinutes", respond, "resolveMinutes", resolve, "counted", counted);
    }
}
