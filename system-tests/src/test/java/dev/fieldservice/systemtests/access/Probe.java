package dev.fieldservice.systemtests.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.systemtests.openapi.Operation;
import dev.fieldservice.systemtests.openapi.Operation.Parameter;
import dev.fieldservice.systemtests.openapi.Sample;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Tries one operation as somebody, at one door. Whatever is allowed must still change nothing: what would make something
 * new gets a body that is refused, and all else an {@code If-Match} that never holds.
 */
record Probe(
        Client client, SignIn signIn, World world, URI door, String service, Operation operation, AccessTable table) {

    private static final String NEVER = "\"999999999\"";

    /** The samples of the description do not know which fields belong together, nor what time it is. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /v1/work-orders/{id}/signature",
            "{\"outcome\": \"ABSENT\", \"reason\": \"Nu era nimeni\"}",
            "POST /v1/service-orders/{id}/claim",
            "{}",
            "POST /v1/tickets/{id}/follow-up", // makes something new, which no version can prevent
            "{\"nonsense\": true}",
            "POST /v1/operations/{service}/mail-texts/{purpose}/{language}/preview",
            "{}",
            "POST /v1/appointments/{id}/delay",
            "{\"expectedArrival\": \"%s\"}".formatted(Instant.now().plus(2, ChronoUnit.HOURS)));

    /** What is wrong with the answer, if anything is. */
    Optional<String> complaint(Who who, Outcome expected) {
        var answer = ask(who, world.path(operation, service, who));
        return outcome(who, expected, answer)
                .or(() -> answer.isProblem() && !operation.lists(answer.status(), answer.code())
                        ? complain(who, "a problem that is listed", answer)
                        : Optional.empty())
                .or(() -> cached(who, answer))
                .or(() -> offered(who, answer));
    }

    /** No cache between keeps what somebody has read. */
    private Optional<String> cached(Who who, Answer answer) {
        var said = answer.headers().allValues("Cache-Control");
        return !operation.reads() || said.equals(List.of("private, no-cache"))
                ? Optional.empty()
                : complain(who, "Cache-Control: private, no-cache, and finds " + said, answer);
    }

    /** Whoever is offered a command may give it, to the thing itself or to one that stands in it. */
    private Optional<String> offered(Who who, Answer answer) {
        var thing = Pattern.quote("POST " + operation.path().replaceAll("/\\{.*", "") + "/{id}/")
                + "([a-z-]+/\\{[a-zA-Z]+}/)?";
        return answer.body().findValues("allowedCommands").stream()
                .flatMap(words -> StreamSupport.stream(words.spliterator(), false))
                .map(JsonNode::asText)
                .filter(word -> table.rows().stream()
                        .noneMatch(row -> row.operation().matches(thing + word) && row.cell(who) == Outcome.ALLOWED))
                .findFirst()
                .flatMap(word -> complain(who, "not to be offered " + word, answer));
    }

    private Optional<String> outcome(Who who, Outcome expected, Answer answer) {
        return switch (expected) {
            case ALLOWED -> isAllowed(answer) ? Optional.empty() : complain(who, "to be let in", answer);
            case REFUSED ->
                isProblem(answer, 403, "forbidden") ? Optional.empty() : complain(who, "403 forbidden", answer);
            case HIDDEN -> hidden(who, answer);
            case OWN_ONLY -> ownOnly(who, answer);
        };
    }

    private boolean isAllowed(Answer answer) {
        if (operation.path().matches(".*/(parked-messages|errands|topics|reminders)/.*")) {
            return isProblem(
                    answer,
                    404,
                    "not-found"); // nothing is parked, given up, told or overdue: whoever is refused gets 403
        }
        return operation.reads()
                ? answer.status() == 200
                : answer.isProblem() && answer.status() / 100 == 4 && !isClosedDoor(answer.status());
    }

    private static boolean isClosedDoor(int status) {
        return status == 401 || status == 403 || status == 404 || status == 405;
    }

    /** What is there but is somebody else's and what is not there at all must look the same. */
    private Optional<String> hidden(Who who, Answer answer) {
        var nowhere = ask(who, world.nowhere(operation, service));
        return isProblem(answer, 404, "not-found") && answer.impersonal().equals(nowhere.impersonal())
                ? Optional.empty()
                : complain(who, "the same 404 as for an id that does not exist, " + nowhere, answer);
    }

    private Optional<String> ownOnly(Who who, Answer answer) {
        var path = operation.path();
        if (answer.status() != 200) {
            return complain(who, "a list", answer);
        }
        var theirs = who == Who.TECHNICIAN || who == Who.CREW && !World.isOfVans(path);
        if (theirs) {
            return holdsAny(who, path, "", who) ? Optional.empty() : complain(who, "to find what is theirs", answer);
        }
        return filters()
                .filter(filter -> holdsAny(who, path, filter, Who.TECHNICIAN))
                .findFirst()
                .flatMap(filter -> complain(who, "not to find Tudor's with " + filter, answer));
    }

    /** None, and each that names something of Tudor's. */
    private Stream<String> filters() {
        var byName = operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && !parameter.required())
                .filter(parameter -> world.tudors().containsKey(parameter.name()))
                .map(parameter -> parameter.name() + "=" + world.tudors().get(parameter.name()));
        return Stream.concat(Stream.of(""), byName);
    }

    private boolean holdsAny(Who who, String path, String filter, Who whose) {
        var pages = operation.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals("cursor"));
        var cursor = "";
        do {
            var query = filter + (pages ? "&limit=200" : "") + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            var page = ask(who, path, query);
            if (world.traces(whose, path).stream().anyMatch(page.text()::contains)) {
                return true;
            }
            cursor = page.body().at("/nextCursor").asText();
        } while (!cursor.isEmpty());
        return false;
    }

    Answer ask(Who who, String path) {
        return ask(who, path, "");
    }

    private Answer ask(Who who, String path, String query) {
        return client.send(call(path, query).as(signIn.token(who.user())));
    }

    /** Without a token. */
    Call call(String path) {
        return call(path, "");
    }

    private Call call(String path, String more) {
        var query = Stream.of(path.contains("?") ? "" : required(), more)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        var call = Call.of(operation.method(), door, path + (query.isEmpty() ? "" : "?" + query))
                .with("If-Match", NEVER)
                .with("Idempotency-Key", UUID.randomUUID().toString());
        return operation.body().map(schema -> call.json(body())).orElse(call);
    }

    private String body() {
        return operation.creates()
                ? "{\"nonsense\": true}"
                : BODIES.getOrDefault(
                        operation.name(),
                        operation.body().map(Sample::of).map(JsonNode::toString).orElse(""));
    }

    private String required() {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && parameter.required())
                .map(parameter -> parameter.name() + "=" + value(parameter))
                .collect(Collectors.joining("&"));
    }

    private String value(Parameter parameter) {
        return switch (parameter.name()) {
            case "from" -> time(parameter, Instant.now().minus(1, ChronoUnit.DAYS));
            case "to" -> time(parameter, Instant.now().plus(1, ChronoUnit.DAYS));
            default ->
                parameter.schema().enumeration().isEmpty()
                        ? world.tudors()
                                .getOrDefault(
                                        parameter.name(), UUID.randomUUID().toString())
                        : parameter.sample();
        };
    }

    private static String time(Parameter parameter, Instant at) {
        return parameter.schema().text("format").equals("date")
                ? at.atZone(ZoneOffset.UTC).toLocalDate().toString()
                : at.toString();
    }

    private static boolean isProblem(Answer answer, int status, String code) {
        return answer.isProblem() && answer.status() == status && answer.code().equals(code);
    }

    private Optional<String> complain(Who who, String expected, Answer answer) {
        return Optional.of("%s at %s expects %s and gets %s".formatted(who.title(), door, expected, answer));
    }
}
