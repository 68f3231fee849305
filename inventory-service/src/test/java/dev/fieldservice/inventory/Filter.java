package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;

import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** A filter drier that no other test knows: it is counted in pieces. */
record Filter(UUID id, Map<String, Object> details) {

    private static final Random RANDOM = new Random();

    static Map<String, Object> details(Map<String, Object> more) {
        Map<String, Object> details = new HashMap<>(Map.of(
                "number",
                "FD-" + UUID.randomUUID().toString().substring(0, 8),
                "name",
                "Filtru deshidrator 3/8\"",
                "unit",
                "EA",
                "serialised",
                false));
        details.putAll(more);
        return details;
    }

    static Filter with(Map<String, Object> more) {
        Map<String, Object> details = details(more);
        return new Filter(Buying.id(post(Person.STELA, "/v1/parts", details)), details);
    }

    static Filter ordinary() {
        return with(Map.of());
    }

    /** In boxes of twelve, and in bundles of which three are five pieces. */
    static Filter inBoxes() {
        return with(Map.of(
                "otherUnits",
                List.of(
                        Map.of("unit", "XBX", "numerator", 12, "denominator", 1),
                        Map.of("unit", "XBE", "numerator", 5, "denominator", 3))));
    }

    /** Whatever is known of it is replaced. */
    Response becomes(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(details);
        all.putAll(more);
        return put(Person.STELA, path(), read().header("ETag"), all);
    }

    Response read() {
        return get(Person.STELA, path());
    }

    private String path() {
        return "/v1/parts/" + id;
    }

    static Map<String, Object> quantity(String amount, String unit) {
        return Map.of("amount", amount, "unit", unit);
    }

    /** An EAN-13 that is right. */
    static String gtin() {
        String digits = "594"
                + IntStream.range(0, 9)
                        .mapToObj(any -> Integer.toString(RANDOM.nextInt(10)))
                        .reduce("", String::concat);
        int sum = IntStream.range(0, 12)
                .map(at -> (digits.charAt(at) - '0') * (at % 2 == 0 ? 1 : 3))
                .sum();
        return digits + (10 - sum % 10) % 10;
    }
}
