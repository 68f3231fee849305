package dev.fieldservice.platform.watches;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What waits for operators in every service. */
@ApplicationScoped
class OperationsWatches implements Watches {

    private static final Set<String> OPERATORS = Set.of("admin");

    private final String operations;

    OperationsWatches(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.operations = "/v1/operations/" + service;
    }

    @Override
    public List<Watch> watches() {
        return List.of(
                new Watch(
                        "MESSAGES_PARKED",
                        OPERATORS,
                        operations + "/parked-messages?replayed=false",
                        "parked_message m",
                        "m.replayed_at is null",
                        "m.parked_at"),
                new Watch(
                        "ERRANDS_GIVEN_UP",
                        OPERATORS,
                        operations + "/errands?state=GIVEN_UP",
                        "errand e",
                        "e.state = 'GIVEN_UP'",
                        "e.due"));
    }
}
