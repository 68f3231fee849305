package dev.fieldservice.systemtests.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule on the smallest example that breaks it, and next to it what is only more and breaks nothing. */
class BreaksAreFoundTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    /** A call with a body and an answer, whose schemas are given. */
    private static final String API = """
            {paths: {'/v1/jobs': {post: {
                parameters: [%s],
                requestBody: {required: %s, content: {'application/json': {schema: %s}}},
                responses: {'%s': {content: {'application/json': {schema: %s}}}}}}}}""";

    private static final String ANY = "{type: 'object'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a property that is no longer taken | {properties: {a: {type: 'string'}}} | {} | /a: is no more",
                "one more that has to be there | {} | {required: ['a'], properties: {a: {}}} | /a: has to be there now",
                "another type | {properties: {a: {type: 'string'}}} | {properties: {a: {type: 'integer'}}} | /a: type"
                        + " was",
                "null no longer | {properties: {a: {type: ['string', 'null']}}} | {properties: {a: {type: 'string'}}}"
                        + " | /a: type was",
                "a value no longer | {enum: ['A', 'B']} | {enum: ['A']} | no longer takes B",
                "certain values only | {type: 'string'} | {type: 'string', enum: ['A']} | takes certain values only",
                "another form | {type: 'string'} | {type: 'string', pattern: '^a$'} | pattern was",
                "another format | {type: 'string', format: 'date'} | {type: 'string', format: 'date-time'} | format"
                        + " was",
                "shorter | {type: 'string', maxLength: 9} | {type: 'string', maxLength: 8} | maxLength was 9, is 8",
                "a bound that was not there | {type: 'number'} | {type: 'number', minimum: 0} | minimum was nothing,"
                        + " is 0",
                "in a list | {items: {properties: {a: {}}}} | {items: {}} | []/a: is no more",
                "in a map | {additionalProperties: {type: 'string'}} | {additionalProperties: {type: 'number'}} | {}:"
                        + " type was",
                "one of several no longer | {oneOf: [{type: 'string'}, {type: 'number'}]} | {oneOf: [{type:"
                        + " 'string'}]} | no longer takes a number",
                "in a part | {allOf: [{properties: {a: {}}}]} | {allOf: [{properties: {}}]} | /a: is no more"
            })
    void ofWhatIsTaken(String what, String before, String now, String found) throws JsonProcessingException {
        assertThat(request(before, now)).as(what).singleElement().asString().contains(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a property is gone | {properties: {a: {type: 'string'}}} | {} | /a: is no more",
                "it may be missing | {required: ['a'], properties: {a: {}}} | {properties: {a: {}}} | /a: may be"
                        + " missing now",
                "another type | {type: 'string'} | {type: 'number'} | type was",
                "null too | {type: 'string'} | {type: ['string', 'null']} | type was",
                "one more value | {enum: ['A']} | {enum: ['A', 'B']} | may now be B",
                "any value | {type: 'string', enum: ['A']} | {type: 'string'} | may be any value",
                "another form | {type: 'string', pattern: '^a$'} | {type: 'string'} | pattern was",
                "one more of several | {anyOf: [{type: 'string'}]} | {anyOf: [{type: 'string'}, {type: 'number'}]} |"
                        + " may now be a number"
            })
    void ofWhatIsGiven(String what, String before, String now, String found) throws JsonProcessingException {
        assertThat(answer(before, now)).as(what).singleElement().asString().contains(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a property more | {} | {properties: {a: {type: 'string'}}}",
                "longer | {type: 'string', maxLength: 8} | {type: 'string', maxLength: 9}",
                "a value more | {enum: ['A']} | {enum: ['A', 'B']}",
                "no longer required | {required: ['a'], properties: {a: {}}} | {properties: {a: {}}}",
                "any number | {type: 'integer'} | {type: 'number'}",
                "null too | {type: 'string'} | {type: ['string', 'null']}"
            })
    void moreMayBeTaken(String what, String before, String now) throws JsonProcessingException {
        assertThat(request(before, now)).as(what).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a property more | {} | {required: ['a'], properties: {a: {type: 'string'}}}",
                "always there now | {properties: {a: {}}} | {required: ['a'], properties: {a: {}}}",
                "a value less | {enum: ['A', 'B']} | {enum: ['A']}",
                "one more of those that may grow | {'x-extensible-enum': ['A']} | {'x-extensible-enum': ['A', 'B']}"
            })
    void moreMayBeSaid(String what, String before, String now) throws JsonProcessingException {
        assertThat(answer(before, now)).as(what).isEmpty();
    }

    @Test
    void ofOperations() throws JsonProcessingException {
        String call = API.formatted("", "false", ANY, "201", ANY);
        String parameter = "{name: 'day', in: 'query', required: %s, schema: {type: 'string'}}";

        assertThat(api(call, "{paths: {}}")).containsExactly("POST /v1/jobs: is no more");
        assertThat(api(call, API.formatted("", "true", ANY, "201", ANY)))
                .containsExactly("POST /v1/jobs body: has to be there now");
        assertThat(api(call, API.formatted("", "false", ANY, "202", ANY)))
                .containsExactly("POST /v1/jobs 201: is no longer answered", "POST /v1/jobs 202: may be answered now");
        assertThat(api(call, API.formatted(parameter.formatted("true"), "false", ANY, "201", ANY)))
                .containsExactly("POST /v1/jobs query day: has to be there now");
        assertThat(api(API.formatted(parameter.formatted("false"), "false", ANY, "201", ANY), call))
                .containsExactly("POST /v1/jobs query day: is no longer taken");
        assertThat(api(call, call.replace("application/json", "text/csv")))
                .containsExactly(
                        "POST /v1/jobs 201: application/json is no longer given",
                        "POST /v1/jobs body: application/json is no longer taken");
        assertThat(api(call, API.formatted(parameter.formatted("false"), "false", ANY, "201", ANY)))
                .isEmpty();
    }

    /** What is on a topic from before is read as the new version says, and the new is read by those who know the old. */
    @Test
    void ofEvents() throws JsonProcessingException {
        String before = "{properties: {a: {'$ref': '../common/v1.schema.json#/$defs/id'}}}";

        assertThat(event(before, "{properties: {}}")).containsExactly("event job-closed v1/a: is no more");
        assertThat(event(before, before.replace("}}}", "}, b: {}}, required: ['b']}")))
                .containsExactly("event job-closed v1/b: has to be there now");
        assertThat(event("{required: ['b'], properties: {b: {}}}", "{properties: {b: {}}}"))
                .containsExactly("event job-closed v1/b: may be missing now");
        assertThat(event("{properties: {b: {enum: ['A', 'B']}}}", "{properties: {b: {enum: ['B', 'C']}}}"))
                .containsExactly("event job-closed v1/b: may now be C", "event job-closed v1/b: no longer takes A");
        assertThat(event(before, before.replace("}}}", "}, b: {}}}"))).isEmpty();
        assertThat(EventBreaks.betweenSchemas(Map.of("/job-closed/v1.schema.json", json(before)), Map.of()))
                .containsExactly("event job-closed v1: is no more");
    }

    @Test
    void ofChannels() throws JsonProcessingException {
        String before =
                "{channels: {'job-closed': {address: 'job-closed', messages: {JobClosed: {}}, bindings: {a: 1}}}}";

        assertThat(channels(before, "{channels: {}}")).containsExactly("channel job-closed: is no more");
        assertThat(channels(before, before.replace("JobClosed", "JobOver")))
                .containsExactly("channel job-closed message JobClosed: is no more");
        assertThat(channels(before, before.replace("a: 1", "a: 2")))
                .containsExactly("channel job-closed: keeps its messages otherwise");
        assertThat(channels(before, before.replace("address: 'job-closed'", "address: 'over'")))
                .containsExactly("channel job-closed: has another address");
        assertThat(channels("{channels: {}}", before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table part | drops",
                "DROP  VIEW part_of | drops",
                "alter table part rename column name to title | renames",
                "alter table part drop column name | drops a column",
                "alter table part alter column name type varchar(9) | changes a type",
                "alter table part alter column name set not null | demands",
                "alter table part add column size integer not null | adds what has to be there: size",
                "alter table part add column a integer, add column b integer not null | adds what has to be there: b",
                "alter table part add constraint named check (name <> '') | adds a constraint",
                "create unique index one_name on part (name) | adds a constraint",
                "alter table part alter column name drop default | takes a default away",
                "create index history_recorded on history using brin (recorded_at) | holds up every command"
            })
    void ofMigrations(String sql, String found) {
        assertThat(Migration.breaks(List.of(new Migration("migration V9", "-- says why\n" + sql + ";"))))
                .singleElement()
                .asString()
                .contains(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table part add column size integer",
                "alter table part add column size integer not null default 0",
                "alter table part add column size integer not null generated always as (1) stored",
                "alter table part alter column name drop not null",
                "alter table part add column state text check (state in ('A', 'B'))",
                "create table box (id uuid primary key); create unique index one_box on box (id); alter table box add"
                        + " unique (id)",
                "create index part_name on part (name)",
                "create index concurrently history_action on history (action)",
                "create index box_history on box (history)",
                "comment on table part is 'do not; drop table part'",
                "create function f() returns trigger language plpgsql as $$ begin drop table x; end $$"
            })
    void migrationsMayAdd(String sql) {
        assertThat(Migration.breaks(List.of(new Migration("migration V9", sql))))
                .isEmpty();
    }

    private static Set<String> request(String before, String now) throws JsonProcessingException {
        return api(API.formatted("", "false", before, "201", ANY), API.formatted("", "false", now, "201", ANY));
    }

    private static Set<String> answer(String before, String now) throws JsonProcessingException {
        return api(API.formatted("", "false", ANY, "201", before), API.formatted("", "false", ANY, "201", now));
    }

    private static Set<String> api(String before, String now) throws JsonProcessingException {
        return ApiBreaks.between(json(before), json(now));
    }

    private static Set<String> event(String before, String now) throws JsonProcessingException {
        JsonNode common = json("{'$defs': {id: {'$ref': '#/$defs/text'}, text: {type: 'string'}}}");
        return EventBreaks.betweenSchemas(
                Map.of("/job-closed/v1.schema.json", json(before), "/common/v1.schema.json", common),
                Map.of("/job-closed/v1.schema.json", json(now), "/common/v1.schema.json", common));
    }

    private static Set<String> channels(String before, String now) throws JsonProcessingException {
        return EventBreaks.betweenDescriptions(json(before), json(now));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
