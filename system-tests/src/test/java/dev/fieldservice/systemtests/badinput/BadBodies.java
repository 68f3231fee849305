package dev.fieldservice.systemtests.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.systemtests.openapi.Sample;
import dev.fieldservice.systemtests.openapi.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Good bodies with one field wrong. */
final class BadBodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HERE = "\"@here@\"";

    /** What only the server may decide, and what JavaScript servers fall over. */
    private static final List<String> EXTRA = List.of(
            "id", "status", "state", "price", "version", "createdBy", "role", "roles", "number", "__proto__", "Name");

    private static final Set<Integer> MALFORMED = Set.of(400);

    /** Also against a rule, as long as it is the right field's fault. */
    private static final Set<Integer> WRONG_FIELD = Set.of(400, 422);

    private final Call call;
    private final Schema schema;
    private final JsonNode good;

    BadBodies(Call call, Schema schema) {
        this.call = call;
        this.schema = schema;
        this.good = Sample.of(schema);
    }

    Stream<BadRequest> all() {
        return of(schema, "");
    }

    private Stream<BadRequest> of(Schema at, String pointer) {
        return switch (at.type()) {
            case "object" ->
                Stream.concat(
                        extra(at, pointer),
                        at.writable().entrySet().stream()
                                .filter(property -> !at.isOpen())
                                .flatMap(property -> property(at, pointer, property.getKey(), property.getValue())));
            case "array" ->
                Stream.concat(
                        Stream.of(bad(pointer + "/0", "a missing item", "null")), wrong(at.items(), pointer + "/0"));
            default -> Stream.of();
        };
    }

    private Stream<BadRequest> property(Schema parent, String pointer, String name, Schema property) {
        var at = pointer + "/" + name;
        var missing = Stream.of(
                bad(at, "nothing", "null"),
                without(pointer, name),
                bad(at, "no text", "\"\""),
                bad(at, "a blank", "\" \""));
        return Stream.concat(parent.required().contains(name) ? missing : Stream.of(), wrong(property, at));
    }

    private Stream<BadRequest> wrong(Schema property, String at) {
        var values = Wrong.values(property).map(value -> bad(at, brief(value), value.toString()));
        var notANumber = property.type().equals("number")
                ? Stream.of(unparsable(at, "NaN"), unparsable(at, "Infinity"), unparsable(at, "0x10"))
                : Stream.<BadRequest>of();
        return Stream.of(values, notANumber, of(property, at)).flatMap(bads -> bads);
    }

    private Stream<BadRequest> extra(Schema at, String pointer) {
        return EXTRA.stream()
                .filter(name -> !at.isOpen() && !at.properties().containsKey(name))
                .map(name -> request(
                        "the extra field " + pointer + "/" + name,
                        changed(pointer, node -> ((ObjectNode) node).put(name, "x"))
                                .toString(),
                        Optional.of(pointer + "/" + name)));
    }

    private BadRequest without(String pointer, String name) {
        var body = changed(pointer, node -> ((ObjectNode) node).without(name)).toString();
        return request("no " + pointer + "/" + name, body, Optional.of(pointer + "/" + name));
    }

    private BadRequest bad(String at, String what, String value) {
        return request(at + " = " + what, text(at, value), Optional.of(at));
    }

    /** Not JSON any more, so that nobody can say where which field would have been. */
    private BadRequest unparsable(String at, String literal) {
        return request(at + " = the word " + literal, text(at, literal), Optional.empty());
    }

    private String text(String at, String value) {
        return changed(at, node -> JSON.textNode("@here@")).toString().replace(HERE, value);
    }

    private BadRequest request(String what, String body, Optional<String> pointer) {
        return new BadRequest(what, fresh().json(body), pointer.isEmpty() ? MALFORMED : WRONG_FIELD, pointer);
    }

    /** With a key of its own: a repeated one would be complained of instead. */
    private Call fresh() {
        return call.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private JsonNode changed(String pointer, UnaryOperator<JsonNode> change) {
        if (pointer.isEmpty()) {
            return change.apply(good.deepCopy());
        }
        var body = good.<JsonNode>deepCopy();
        var cut = pointer.lastIndexOf('/');
        var name = pointer.substring(cut + 1);
        switch (body.at(pointer.substring(0, cut))) {
            case ObjectNode object -> object.set(name, change.apply(object.get(name)));
            case ArrayNode array -> array.set(Integer.parseInt(name), change.apply(array.get(Integer.parseInt(name))));
            case JsonNode other -> throw new IllegalStateException(pointer + " is not in the sample " + good);
        }
        return body;
    }

    private static String brief(JsonNode value) {
        var text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 20) + "… (" + text.length() + " characters)";
    }
}
