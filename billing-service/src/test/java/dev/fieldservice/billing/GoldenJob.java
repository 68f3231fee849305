package dev.fieldservice.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A job of a customer of its own, as the rows of a golden invoice tell of it; its prices are set on the way. */
final class GoldenJob {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOON = "2026-03-02T12:20:00Z";

    private final Buyer buyer = new Buyer();
    private final Map<String, UUID> parts = new HashMap<>();
    private final Job job;
    private String taxId = "RO12345674";

    private GoldenJob(Instant closedAt) {
        job = new Job(closedAt.toString());
    }

    /** Closed an hour after the last of the work. */
    static GoldenJob of(List<String> rows) {
        Instant closedAt = rows.stream()
                .filter(row -> row.startsWith("labour "))
                .map(row -> at(row.split(" ")[2]).plus(Duration.ofHours(1)))
                .max(Instant::compareTo)
                .orElse(Instant.parse(NOON));
        GoldenJob golden = new GoldenJob(closedAt);
        rows.forEach(golden::take);
        var _ = golden.job.of(golden.buyer.id(), golden.taxId);
        return golden;
    }

    Job job() {
        return job;
    }

    private void take(String row) {
        String[] words = row.split(" ");
        String rest = row.substring(Math.min(row.length(), words[0].length() + 1));
        switch (words[0]) {
            case "labour", "travel" -> works(words);
            case "uses" -> uses(words);
            case "takes" -> takesBack(words);
            case "buyer" -> taxId = words[1];
            case "site" -> siteIn(words[1]);
            case "tax" -> buyer.taxRule(rule(rest));
            case "bands" -> buyer.bands();
            case "band" -> band(words);
            case "visit" -> about(new String[0], "Deplasare", Map.of("visit", json(rest)));
            case "discount" -> about(words, "Rabat", Map.of("discount", Map.of("percent", words[1])));
            case "cover" -> about(words, "Abonament", Map.of("coverage", coverage(words[1])));
            case "zone" -> zone(words);
            case "fixed" -> fixed(words);
            case "hour" -> hour(words);
            case "price" ->
                buyer.price("/v1/part-prices", "unitPrice", words[2], Map.of("partId", parts.get(words[1])));
            default -> throw new IllegalArgumentException(row);
        }
    }

    private void siteIn(String country) {
        var _ = job.in(country);
    }

    /** labour 2026-03-02T10:00+02:00 2026-03-02T10:20+02:00 Tudor visit 1 */
    private void works(String[] words) {
        String who = words.length > 3 ? words[3] : "Tudor";
        UUID visit = after(words, "visit")
                .map(number -> UUID.nameUUIDFromBytes((buyer.id() + number).getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
        String kind = words[0].toUpperCase(Locale.ROOT);
        var _ = job.works(kind, who, at(words[1]).toString(), at(words[2]).toString(), visit);
        after(words, "km").ifPresent(job::drove);
    }

    /** uses A 0.333 KGM at 214.55 */
    private void uses(String[] words) {
        UUID part = parts.computeIfAbsent(words[1], name -> PriceList.part(words[5]));
        job.tell(job.uses(part, words[2], words[3]));
    }

    /** takes back B 1 EA at 55 */
    private void takesBack(String[] words) {
        Job.Used used = job.unreported(PriceList.part(words[6]), words[3], words[4]);
        job.tell(used);
        job.tellReversed(used);
        job.reportsReversed(used);
    }

    private Map<String, Object> rule(String text) {
        Map<String, Object> rule = json(text);
        rule.computeIfPresent("partId", (field, name) -> parts.get(name));
        if (!rule.containsKey("partId")) {
            rule.put("customerId", buyer.id());
        }
        return rule;
    }

    /** band Night 150 00:00-06:00 22:00-24:00 of TRAVEL */
    private void band(String[] words) {
        List<Map<String, String>> hours = Arrays.stream(words)
                .filter(word -> word.contains("-"))
                .map(span -> Map.of("from", span.substring(0, 5), "to", span.substring(6)))
                .toList();
        about(words, words[1], Map.of("band", Map.of("percent", words[2], "hours", hours)));
    }

    /** fixed 500.00 of LABOUR TRAVEL */
    private void fixed(String[] words) {
        about(
                words,
                "Revizie",
                Map.of(
                        "fixedPrice",
                        Map.of("price", PriceList.lei(words[1])),
                        "workTypeId",
                        "019bb138-1000-7c11-8f42-6d1c0a5e7b21"));
    }

    /** … of PART LABOUR */
    private void about(String[] words, String name, Map<String, Object> terms) {
        Map<String, Object> rule = new HashMap<>(terms);
        int of = Arrays.asList(words).indexOf("of");
        if (of >= 0) {
            rule.put("kinds", Arrays.asList(words).subList(of + 1, words.length));
        }
        var _ = buyer.rule(name, rule);
    }

    private static Map<String, String> coverage(String percent) {
        return Map.of("percent", percent, "clause", "Contract de service, art. 5");
    }

    /** zone Ilfov 150.00 RO RO-IF RO-B/0613 from 2026-03-03 of KILOMETRES */
    private void zone(String[] words) {
        List<Map<String, String>> areas = Arrays.stream(words)
                .skip(3)
                .takeWhile(word -> word.startsWith("RO"))
                .map(GoldenJob::area)
                .toList();
        Map<String, Object> rule =
                new HashMap<>(Map.of("zone", Map.of("price", PriceList.lei(words[2]), "areas", areas)));
        after(words, "from").ifPresent(day -> rule.put("validFrom", day));
        after(words, "through").ifPresent(day -> rule.put("validThrough", day));
        about(words, words[1], rule);
    }

    /** RO, RO-B, or RO-B/0613 */
    private static Map<String, String> area(String text) {
        String[] place = text.split("/");
        Map<String, String> area = new HashMap<>(Map.of("countryCode", "RO"));
        if (place[0].contains("-")) {
            area.put("region", place[0]);
        }
        if (place.length > 1) {
            area.put("postalCode", place[1]);
        }
        return area;
    }

    /** hour LABOUR 150.00 from 2026-03-03 through 2026-03-31 */
    private void hour(String[] words) {
        Map<String, Object> details = new HashMap<>(Map.of("kind", words[1]));
        after(words, "from").ifPresent(day -> details.put("validFrom", day));
        after(words, "through").ifPresent(day -> details.put("validThrough", day));
        buyer.price("/v1/labour-rates", "hourlyRate", words[2], details);
    }

    private static Optional<String> after(String[] words, String word) {
        int place = Arrays.asList(words).indexOf(word);
        return place < 0 ? Optional.empty() : Optional.of(words[place + 1]);
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static Map<String, Object> json(String text) {
        try {
            return JSON.readValue(text, new TypeReference<HashMap<String, Object>>() {});
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
