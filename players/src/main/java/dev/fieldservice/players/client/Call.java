package dev.fieldservice.players.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One request as it goes over the wire: nothing is added, nothing is repaired. */
public record Call(String method, URI uri, Map<String, String> headers, byte[] body) {

    public static Call of(String method, URI base, String path) {
        return new Call(method, URI.create(base + path), Map.of(), new byte[0]);
    }

    public Call with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Call(method, uri, more, body);
    }

    public Call without(String header) {
        var less = new TreeMap<>(headers);
        less.remove(header);
        return new Call(method, uri, less, body);
    }

    public Call as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Call json(String text) {
        return sending("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    public Call sending(String type, byte[] content) {
        return new Call(method, uri, headers, content).with("Content-Type", type);
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
