package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.ticket.company.Company;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The company of all tests: five days a week with a break at noon, closed for two weeks in August. */
public final class Frigotehnica {

    static final String PATH = "/v1/company";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Frigotehnica() {}

    public static Map<String, Object> details() {
        List<Map<String, Object>> week = Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                .map(day -> day(day, hours("08:00", "12:00"), hours("12:30", "17:00")))
                .toList();
        return new HashMap<>(Map.of(
                "tradeName",
                "Frigotehnica",
                "seller",
                seller(),
                "timeZone",
                "Europe/Bucharest",
                "currency",
                "RON",
                "languages",
                List.of("ro", "en"),
                "workingHours",
                week,
                "publicHolidays",
                "RO",
                "specialDays",
                List.of(special("2026-08-03", "2026-08-14", "Concediu colectiv"))));
    }

    static Map<String, Object> seller() {
        return new HashMap<>(Map.of(
                "legalName", "Frigotehnica Service SRL",
                "vatId", "RO18547290",
                "registrationNumber", "J40/4321/2006",
                "address", Map.of("street", "Strada Industriilor 12", "city", "București", "countryCode", "RO"),
                "iban", "RO49AAAA1B31007593840000",
                "bank", "Banca Exemplu"));
    }

    static Map<String, Object> day(String day, Object... hours) {
        return Map.of("day", day, "hours", List.of(hours));
    }

    static Map<String, Object> special(String from, String through, String name, Object... hours) {
        return Map.of("from", from, "through", through, "name", name, "hours", List.of(hours));
    }

    static Map<String, Object> hours(String from, String to) {
        return Map.of("from", from, "to", to);
    }

    static Response seen() {
        return get(Person.TUDOR, PATH);
    }

    /** Once more where the others were told of it between the look and the change, as when a test has moved the clock. */
    public static Response change(Map<String, Object> details) {
        Response changed = put(Person.ADMIN, PATH, seen().header("ETag"), details);
        return changed.statusCode() == 412 ? put(Person.ADMIN, PATH, seen().header("ETag"), details) : changed;
    }

    static long version() {
        return Long.parseLong(seen().header("ETag").replace("\"", ""));
    }

    /** Everything that the others were told of the company, in order; each is checked against its schema. */
    public static List<JsonNode> told() {
        return Events.raw(Topics.COMPANY_CHANGED).stream()
                .filter(message -> Company.ID.toString().equals(message.key()))
                .map(Frigotehnica::payload)
                .toList();
    }

    private static JsonNode payload(ConsumerRecord<String, byte[]> message) {
        try {
            JsonNode payload = JSON.readTree(message.value());
            Contracts.requireValid(message.topic(), payload);
            return payload;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
