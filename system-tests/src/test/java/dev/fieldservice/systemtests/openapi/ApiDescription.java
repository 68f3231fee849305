package dev.fieldservice.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The API description that a running service, or the gateway, gives of itself. */
public record ApiDescription(JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    public static ApiDescription ofService(Client client, URI service) {
        return read(client, service, "/q/openapi?format=json");
    }

    public static ApiDescription ofGateway(Client client, URI gateway) {
        return read(client, gateway, "/openapi.json");
    }

    private static ApiDescription read(Client client, URI base, String path) {
        var answer = client.send(Call.of("GET", base, path));
        if (answer.status() != 200) {
            throw new IllegalStateException("no API description at " + base + path + ": " + answer);
        }
        return new ApiDescription(answer.body());
    }

    public List<Operation> operations() {
        return document.at("/paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> new Operation(
                                entry.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue(),
                                entry.getValue(),
                                document)))
                .toList();
    }
}
