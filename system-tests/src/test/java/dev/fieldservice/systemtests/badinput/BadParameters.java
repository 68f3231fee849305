package dev.fieldservice.systemtests.badinput;

import dev.fieldservice.players.client.Call;
import dev.fieldservice.systemtests.openapi.Operation;
import dev.fieldservice.systemtests.openapi.Operation.Parameter;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Good requests with one value outside the body wrong. */
final class BadParameters {

    /** A longer first line is not HTTP for the servers. */
    private static final int LONGEST = 2_000;

    private final Operation operation;
    private final Function<String, Call> request;
    private final Map<String, String> path;

    /** @param request makes a good request of an address */
    BadParameters(Operation operation, Map<String, String> path, Function<String, Call> request) {
        this.operation = operation;
        this.request = request;
        this.path = path;
    }

    /** The address with all that is required in it. */
    static String address(Operation operation, Map<String, String> path, Map<String, String> query) {
        var address = operation.path();
        for (var segment : path.entrySet()) {
            address = address.replace("{" + segment.getKey() + "}", encoded(segment.getValue()));
        }
        var parameters = query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? address : address + "?" + parameters;
    }

    static Map<String, String> required(Operation operation) {
        var query = new LinkedHashMap<String, String>();
        operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && parameter.required())
                .forEach(parameter -> query.put(parameter.name(), parameter.sample()));
        return query;
    }

    Stream<BadRequest> all() {
        return Stream.concat(passedOver(), declared());
    }

    /** What no declared parameter takes: an unknown name, no value, two values. */
    private Stream<BadRequest> passedOver() {
        var unknown = List.of("colour=blue", "colour", "limi=5", "State=OPEN").stream()
                .map(parameter -> more("?" + parameter, parameter, parameter.replaceAll("=.*", "")));
        var known = operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query"))
                .flatMap(parameter -> Stream.concat(
                        Stream.of(query(parameter, Optional.of(""))),
                        parameter.schema().type().equals("array")
                                ? Stream.of(more("an empty one more", parameter.name() + "=", parameter.name()))
                                : Stream.of(more("twice", twice(parameter), parameter.name()))));
        return Stream.concat(unknown, known);
    }

    private static String twice(Parameter parameter) {
        var once = parameter.name() + "=" + encoded(parameter.sample());
        return once + "&" + once;
    }

    private BadRequest more(String what, String parameters, String name) {
        var good = address(operation, path, required(operation));
        return new BadRequest(
                what + " " + name,
                request.apply(good + (good.contains("?") ? "&" : "?") + parameters),
                Set.of(400),
                Optional.of(name));
    }

    private Stream<BadRequest> declared() {
        return operation.parameters().stream().flatMap(parameter -> switch (parameter.in()) {
            case "query" -> query(parameter);
            case "path" -> path(parameter);
            case "header" -> header(parameter);
            default -> throw new IllegalStateException("nobody knows how to break a parameter in " + parameter.in());
        });
    }

    private Stream<BadRequest> query(Parameter parameter) {
        var missing = parameter.required() ? Stream.of(query(parameter, Optional.empty())) : Stream.<BadRequest>of();
        var wrong = texts(parameter).map(value -> query(parameter, Optional.of(value)));
        return Stream.concat(missing, wrong);
    }

    /** Everything in an address is text. */
    private static Stream<String> texts(Parameter parameter) {
        var schema = parameter.schema();
        var wrong = switch (schema.type()) {
            case "integer", "number" ->
                Stream.concat(
                        Stream.of("x", "1e308", "NaN", "1.5", "99999999999999999999", "-99999999999999999999"),
                        Wrong.outside(schema).map(BigDecimal::toPlainString));
            case "boolean" -> Stream.of("x", "1", "TRUE");
            case "array" -> texts(parameter.ofOne());
            // What a cursor may be is for the list to say, and that may not be there
            default ->
                Wrong.texts(schema)
                        .filter(text ->
                                text.indexOf('\0') < 0 || !parameter.name().equals("cursor"));
        };
        return wrong.filter(text -> text.length() < LONGEST);
    }

    private BadRequest query(Parameter parameter, Optional<String> value) {
        var query = required(operation);
        query.remove(parameter.name());
        value.ifPresent(text -> query.put(parameter.name(), text));
        return new BadRequest(
                "?" + parameter.name() + "=" + value.map(BadParameters::brief).orElse("(missing)"),
                request.apply(address(operation, path, query)),
                Set.of(400),
                Optional.of(parameter.name()));
    }

    private Stream<BadRequest> path(Parameter parameter) {
        return Stream.of("nonsense", "0", "-1", "null", "a".repeat(LONGEST), "%00", "' or 1=1 --", "ț", "..;")
                .map(value -> {
                    var wrong = new LinkedHashMap<>(path);
                    wrong.put(parameter.name(), value);
                    return new BadRequest(
                            "{" + parameter.name() + "} = " + brief(value),
                            request.apply(address(operation, wrong, required(operation))),
                            Set.of(400, 404),
                            Optional.empty());
                });
    }

    private Stream<BadRequest> header(Parameter parameter) {
        var good = request.apply(address(operation, path, required(operation)));
        return switch (parameter.name()) {
            // Of a range that makes no sense the whole is sent (RFC 9110, 14.2), and where there is no file nobody
            // compares
            case "Range", "If-Range" -> Stream.of();
            case "If-Match" -> ifMatch(parameter, good);
            case "If-None-Match" ->
                (operation.isDownload() ? Stream.<String>of() : Stream.of("", "nonsense", "\"1", "*, \"1\""))
                        .map(value ->
                                bad(parameter.name() + ": " + value, good.with(parameter.name(), value), parameter));
            default ->
                Stream.concat(
                        Stream.of(bad("no " + parameter.name(), good.without(parameter.name()), parameter)),
                        List.of("", "\"\"", "a b", "k".repeat(256), "k".repeat(5_000)).stream()
                                .map(value -> bad(
                                        parameter.name() + ": " + brief(value),
                                        good.with(parameter.name(), value),
                                        parameter)));
        };
    }

    private static Stream<BadRequest> ifMatch(Parameter parameter, Call good) {
        var missing = new BadRequest("no If-Match", good.without("If-Match"), Set.of(428), Optional.empty());
        var wrong = Stream.of("nonsense", "\"\"", "\"-1\"", "\"99999999999999999999\"", "\"1\", 2", "W/\"1\"")
                .map(value -> new BadRequest(
                        "If-Match: " + value, good.with("If-Match", value), Set.of(400, 412), Optional.empty()));
        return parameter.required() ? Stream.concat(Stream.of(missing), wrong) : wrong;
    }

    private static BadRequest bad(String what, Call call, Parameter parameter) {
        return new BadRequest(what, call, Set.of(400), Optional.of(parameter.name()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String brief(String value) {
        return value.length() <= 40 ? value : value.substring(0, 10) + "… (" + value.length() + " characters)";
    }
}
