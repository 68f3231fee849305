package dev.fieldservice.local.servers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses of a broker.
 *
 * @param open where nobody is asked for a name; on a broker with a guarded address too, whoever comes here is its administrator
 * @param guarded where clients sign in (SCRAM) and may do what the broker's access control lists say
 */
record KafkaListeners(String open, String controller, Optional<String> guarded) {

    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required;";

    static KafkaListeners openOnly(int port) {
        return new KafkaListeners(local(Ports.orFree(port)), local(Ports.free()), Optional.empty());
    }

    static KafkaListeners openAndGuarded() {
        return new KafkaListeners(local(Ports.free()), local(Ports.free()), Optional.of(local(Ports.free())));
    }

    Map<String, String> settings() {
        var settings = new HashMap<>(Map.of(
                "controller.quorum.voters",
                "1@" + controller,
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "listeners",
                "PLAINTEXT://" + open + at(",CLIENT://") + ",CONTROLLER://" + controller,
                "advertised.listeners",
                "PLAINTEXT://" + open + at(",CLIENT://"),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CLIENT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT"));
        if (guarded.isPresent()) {
            settings.putAll(Map.of(
                    "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                    "super.users", "User:ANONYMOUS",
                    "listener.name.client.sasl.enabled.mechanisms", "SCRAM-SHA-512",
                    "listener.name.client.scram-sha-512.sasl.jaas.config", SCRAM));
        }
        return settings;
    }

    private String at(String prefix) {
        return guarded.map(address -> prefix + address).orElse("");
    }

    private static String local(int port) {
        return "127.0.0.1:" + port;
    }
}
