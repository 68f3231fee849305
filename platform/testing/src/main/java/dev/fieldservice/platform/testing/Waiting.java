package dev.fieldservice.platform.testing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a service says that waits for somebody, held against the lists it names. */
public final class Waiting {

    private static final String WATCHES = "/v1/watches";
    private static final int MOST = 200;

    private Waiting() {}

    /** How many of a kind wait now. */
    public static long counted(Person person, String what) {
        return ((Number) item(person, what).get("count")).longValue();
    }

    /** How many of a kind waited then, as it is told of the past. */
    public static long countedAsOf(Person person, String what, Instant moment) {
        Map<String, ?> item = item(person, "/v1/watches?asOf=" + moment, what);
        assertThat(item.get("asOf")).isEqualTo(moment.toString());
        return ((Number) item.get("count")).longValue();
    }

    /** How many of them are one person's, or in one territory. */
    public static long counted(Person person, String what, Object of) {
        return shares(item(person, what)).stream()
                .filter(share -> share.get("id").equals(of.toString()))
                .mapToLong(share -> ((Number) share.get("count")).longValue())
                .sum();
    }

    /** Each number is that of the list under it, all in all and for each share. */
    public static void isWhatTheListsHold(Person person) {
        eventually(() -> items(person).forEach(item -> {
            requireListed(person, item);
            shares(item).forEach(share -> requireListed(person, share));
        }));
    }

    private static void requireListed(Person person, Map<String, ?> counted) {
        assertThat(listed(person, (String) counted.get("list")))
                .as(counted.toString())
                .isEqualTo(((Number) counted.get("count")).longValue());
    }

    private static long listed(Person person, String list) {
        String pages = list + (list.contains("?") ? "&" : "?") + "limit=" + MOST;
        long found = 0;
        String cursor = null;
        do {
            Response answer = Http.get(person, cursor == null ? pages : pages + "&cursor=" + cursor);
            assertThat(answer.statusCode()).as(list + ": " + answer.asString()).isEqualTo(200);
            JsonPath page = answer.jsonPath();
            found += page.getList("items").size();
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return found;
    }

    private static Map<String, ?> item(Person person, String what) {
        return item(person, WATCHES, what);
    }

    private static Map<String, ?> item(Person person, String watches, String what) {
        return items(person, watches).stream()
                .filter(item -> item.get("what").equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody counts " + what));
    }

    private static List<Map<String, ?>> items(Person person) {
        return items(person, WATCHES);
    }

    private static List<Map<String, ?>> items(Person person, String watches) {
        Response answer = Http.get(person, watches);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("items");
    }

    private static List<Map<String, ?>> shares(Map<String, ?> item) {
        @SuppressWarnings("unchecked")
        List<Map<String, ?>> shares = (List<Map<String, ?>>) item.get("shares");
        return shares;
    }
}
