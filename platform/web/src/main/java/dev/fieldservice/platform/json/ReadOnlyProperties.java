package dev.fieldservice.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import dev.fieldservice.platform.http.RoundTrip;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.io.IOException;
import java.util.Optional;

/** Puts aside what a client sends back as it has read it ({@link RoundTrip}); every other unknown property is refused. */
final class ReadOnlyProperties extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object holder,
            String name)
            throws IOException {
        Optional<RoundTrip> trip = current();
        return trip.isPresent() && trip.get().putAside(holder, name, context.readTree(parser));
    }

    private static Optional<RoundTrip> current() {
        ArcContainer container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        container.instance(CurrentVertxRequest.class).get().getCurrent())
                .map(exchange -> exchange.get(RoundTrip.KEY));
    }
}
