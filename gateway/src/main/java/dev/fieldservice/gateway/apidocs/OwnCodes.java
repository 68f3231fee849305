package dev.fieldservice.gateway.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.platform.apidocs.codes.ProblemCodes;
import java.util.Set;
import java.util.TreeSet;

/** The problem codes that the gateway may answer in the place of a service, beside those of the service. */
final class OwnCodes {

    private static final Set<GatewayRefusal> TO_ANY = Set.of(
            GatewayRefusal.MALFORMED_REQUEST,
            GatewayRefusal.REQUEST_TIMEOUT,
            GatewayRefusal.UNAUTHENTICATED,
            GatewayRefusal.NOT_FOUND,
            GatewayRefusal.RATE_LIMITED,
            GatewayRefusal.TOO_MUCH_IN_FLIGHT,
            GatewayRefusal.INTERNAL_ERROR,
            GatewayRefusal.BAD_GATEWAY,
            GatewayRefusal.UNAVAILABLE,
            GatewayRefusal.GATEWAY_TIMEOUT);

    private OwnCodes() {}

    static void add(ObjectNode operation) {
        ObjectNode codes = operation.withObjectProperty(ProblemCodes.EXTENSION);
        TO_ANY.forEach(refusal -> {
            String status = String.valueOf(refusal.status());
            Set<String> all = new TreeSet<>(Set.of(refusal.code()));
            for (JsonNode known : codes.path(status)) {
                all.add(known.asText());
            }
            ArrayNode sorted = codes.putArray(status);
            all.forEach(sorted::add);
        });
    }
}
