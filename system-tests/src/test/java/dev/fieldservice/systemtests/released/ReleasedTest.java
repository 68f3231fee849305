package dev.fieldservice.systemtests.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fieldservice.local.Checkout;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.systemtests.openapi.ApiDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the last release promised is kept, or what is not stands in {@code released/breaks.txt} with its reason. */
@ExtendWith(RunningStack.class)
class ReleasedTest {

    private static final Release RELEASE = new Release(Checkout.find().root());
    private static final int SHORTEST_REASON = 20;

    @Test
    void theApiOnlyGrows(LocalStack stack) throws JsonProcessingException {
        JsonNode now = ApiDescription.ofGateway(new Client(), stack.address().gateway())
                .document();
        JsonNode before = new ObjectMapper().readTree(Release.text(RELEASE.api()));

        listed("(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|request|answer) .*", ApiBreaks.between(before, now));
    }

    @Test
    void eventsOnlyGrow() throws JsonProcessingException {
        Set<String> breaks =
                new TreeSet<>(EventBreaks.betweenSchemas(schemas(RELEASE.events()), schemas(RELEASE.presentEvents())));
        YAMLMapper yaml = new YAMLMapper();
        breaks.addAll(EventBreaks.betweenDescriptions(
                yaml.readTree(Release.text(RELEASE.asyncApi())),
                yaml.readTree(Release.text(RELEASE.presentAsyncApi()))));

        listed("(event|channel) .*", breaks);
    }

    @Test
    void newMigrationsOnlyAddAndOldOnesStayAsTheyAre() {
        Map<String, String> released = Release.text(RELEASE.migrations())
                .lines()
                .collect(Collectors.toMap(line -> line.split("  ", 2)[1], line -> line.split("  ", 2)[0]));
        Map<String, Path> present = RELEASE.presentMigrations();
        Set<String> breaks = new TreeSet<>();
        released.forEach((name, hash) -> {
            if (!present.containsKey(name) || !Release.sha256(present.get(name)).equals(hash)) {
                breaks.add("migration " + name + ": was released, and is not what it was");
            }
        });
        List<Migration> unreleased = present.entrySet().stream()
                .filter(migration -> !released.containsKey(migration.getKey()))
                .map(migration -> new Migration("migration " + migration.getKey(), Release.text(migration.getValue())))
                .toList();
        breaks.addAll(Migration.breaks(unreleased));

        listed("migration .*", breaks);
    }

    @Test
    void whatIsBrokenHasAReason() {
        assertThat(reasons()).allSatisfy((what, why) -> assertThat(why).as(what).hasSizeGreaterThan(SHORTEST_REASON));
    }

    /** Each that is found is listed; and what is listed and not found any more is to be taken off. */
    private static void listed(String kind, Set<String> found) {
        assertThat(found)
                .as("what breaks the last release: keep it, or give a line and a reason in released/breaks.txt")
                .containsExactlyInAnyOrderElementsOf(reasons().keySet().stream()
                        .filter(what -> what.matches(kind))
                        .toList());
    }

    private static Map<String, String> reasons() {
        Map<String, String> all = new TreeMap<>();
        Release.text(RELEASE.breaks())
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> all.put(line.split("\t", 2)[0], line.contains("\t") ? line.split("\t", 2)[1] : ""));
        return all;
    }

    private static Map<String, JsonNode> schemas(Path folder) throws JsonProcessingException {
        Map<String, JsonNode> all = new TreeMap<>();
        for (Map.Entry<String, Path> schema : Release.schemas(folder).entrySet()) {
            all.put(schema.getKey(), new ObjectMapper().readTree(Release.text(schema.getValue())));
        }
        return all;
    }
}
