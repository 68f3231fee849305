package dev.fieldservice.platform.inbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.SortedSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one Kafka consumer of a service. It subscribes to the topics of the handlers' table; there is no second list of them. */
@ApplicationScoped
public class Channel {

    public static final String NAME = "events";

    /** A service without handlers subscribes to what no topic is called. */
    private static final String NO_TOPIC = "(?!)";

    private final Handlers handlers;
    private final boolean isOpen;

    public Channel(
            Listening listening,
            @ConfigProperty(name = "mp.messaging.incoming." + NAME + ".enabled", defaultValue = "true")
                    boolean isOpen) {
        this.handlers = listening.handlers();
        this.isOpen = isOpen;
    }

    /** False in a process that is to serve without taking part in consuming. */
    public boolean isOpen() {
        return isOpen;
    }

    public SortedSet<String> topics() {
        return handlers.topics();
    }

    Handlers handlers() {
        return handlers;
    }

    /** Read by the connector where the configuration of the channel says nothing. */
    @Produces
    @Identifier(NAME)
    Map<String, Object> subscription() {
        return topics().isEmpty()
                ? Map.of("topic", NO_TOPIC, "pattern", true)
                : Map.of("topics", String.join(",", topics()));
    }
}
