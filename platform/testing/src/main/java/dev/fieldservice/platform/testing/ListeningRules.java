package dev.fieldservice.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Channel;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.config.ConfigProvider;

/** Holds the handlers of the service under test against the contracts. */
public final class ListeningRules {

    private ListeningRules() {}

    public static void check() {
        String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        assertThat(CDI.current().select(Channel.class).get().topics())
                .as("topics with a handler in %s, and those that it consumes by Topics.ROUTES", service)
                .containsExactlyInAnyOrderElementsOf(Topics.consumedBy(service));
    }
}
