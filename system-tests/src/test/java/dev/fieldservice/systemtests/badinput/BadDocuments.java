package dev.fieldservice.systemtests.badinput;

import dev.fieldservice.players.client.Call;
import dev.fieldservice.systemtests.openapi.Sample;
import dev.fieldservice.systemtests.openapi.Schema;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Bodies that are wrong as a whole: their syntax, their encoding, their size, or what they say they are. */
final class BadDocuments {

    /** Deeper than anybody reads, and still no larger than a body may be, whatever the field is called. */
    private static final int DEEP = 1_500;

    private static final int TWO_MEGABYTES = 2_000_000;
    private static final String JSON = "application/json";

    private final Call call;
    private final String good;
    private final String field;

    BadDocuments(Call call, Schema schema) {
        var sample = Sample.of(schema);
        this.call = call;
        this.good = sample.toString();
        this.field = sample.properties().stream()
                .filter(entry -> entry.getValue().isTextual())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> sample.fieldNames().next());
    }

    /** A body that an operation without one would pass over in silence. @param call without a body */
    static BadRequest unwanted(Call call) {
        return new BadRequest(
                "a body where none is taken",
                call.with("Idempotency-Key", UUID.randomUUID().toString()).json("{\"reason\":\"x\"}"),
                Set.of(400),
                Optional.empty());
    }

    /**
     * Files of media types that are not taken, or too large; that they are what they say is for the service's own tests.
     *
     * @param call without a body
     */
    static Stream<BadRequest> files(Call call, int most) {
        var some = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
        var types = Stream.of(JSON, "text/html", "image/svg+xml", "multipart/form-data; boundary=x", "nonsense")
                .map(type -> new BadRequest(
                        "a file of the media type " + type, call.sending(type, some), Set.of(415), Optional.empty()));
        var large = new BadRequest(
                "a file that is too large",
                call.sending("application/octet-stream", new byte[most + 1]),
                Set.of(413),
                Optional.empty());
        return Stream.concat(types, Stream.of(large));
    }

    Stream<BadRequest> all() {
        return Stream.of(syntax(), encodings(), types()).flatMap(bads -> bads);
    }

    private Stream<BadRequest> syntax() {
        return Stream.of(
                bad("a broken end", good.substring(0, good.length() - 1)),
                bad("something after the end", good + "{}"),
                bad("a list", "[" + good + "]"),
                bad("a text", "\"x\""),
                bad("a number", "5"),
                bad("no JSON at all", "<x/>"),
                bad("a field given twice", "{\"%s\":\"x\",%s".formatted(field, good.substring(1))),
                bad("deep objects", ("{\"" + field + "\":").repeat(DEEP)),
                bad("deep lists", "{\"" + field + "\":" + "[".repeat(DEEP)),
                bad("deep lists that end", "{\"" + field + "\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"),
                bad("a comment", "/* */" + good),
                new BadRequest(
                        "two megabytes",
                        fresh().json("{\"" + field + "\":\"" + "a".repeat(TWO_MEGABYTES) + "\"}"),
                        Set.of(413),
                        Optional.empty()));
    }

    private Stream<BadRequest> encodings() {
        var broken = ("{\"" + field + "\":\"x\"}").getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 3] = (byte) 0xff;
        return Stream.of(
                bad("UTF-16", good.getBytes(StandardCharsets.UTF_16), JSON),
                bad("UTF-16 without a mark", good.getBytes(StandardCharsets.UTF_16LE), JSON),
                bad("UTF-16 that says so", good.getBytes(StandardCharsets.UTF_16BE), JSON + "; charset=UTF-16BE"),
                bad("UTF-32", good.getBytes(Charset.forName("UTF-32")), JSON),
                bad("broken UTF-8", broken, JSON));
    }

    private Stream<BadRequest> types() {
        var body = good.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                        "text/plain",
                        "application/xml",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=x",
                        "application/octet-stream",
                        "nonsense")
                .map(type -> bad("the media type " + type, body, type));
    }

    /** With a key of its own: a repeated one would be complained of instead. */
    private Call fresh() {
        return call.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private BadRequest bad(String what, String body) {
        return bad(what, body.getBytes(StandardCharsets.UTF_8), JSON);
    }

    private BadRequest bad(String what, byte[] body, String type) {
        var statuses = type.equals(JSON) ? Set.of(400) : Set.of(400, 415);
        return new BadRequest(what, fresh().sending(type, body), statuses, Optional.empty());
    }
}
