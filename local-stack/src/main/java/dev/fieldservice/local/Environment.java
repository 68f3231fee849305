package dev.fieldservice.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings a service takes from its environment, the same as in any other deployment. */
final class Environment {

    private Environment() {}

    /**
     * @param port on which it listens
     * @param files the folder of what is uploaded to it
     */
    static Map<String, String> of(Service service, int port, StackAddress address, Path files) {
        var environment = new HashMap<String, String>(Map.of(
                "HTTP_PORT",
                Integer.toString(port),
                "QUARKUS_HTTP_HOST",
                StackAddress.HOST,
                "LOG_JSON",
                "false", // for people to read
                "OIDC_ISSUER",
                address.issuer().toString(),
                "OIDC_SECRET",
                "local-api-secret"));
        service.database()
                .ifPresentOrElse(
                        database -> environment.putAll(ownData(database, address, files)),
                        () -> environment.putAll(otherServices(address)));
        if (service == Service.TICKET) {
            environment.put("MAILBOX_HOST", StackAddress.HOST);
            environment.put("MAILBOX_PORT", Integer.toString(address.imapPort()));
            environment.put("MAILBOX_PASSWORD", "any");
        }
        if (service == Service.DISPATCH) {
            // Whoever tries it out sees at once, and at night too, what a customer would hear
            environment.put("FIELDSERVICE_VISITS_TOLD_AFTER", "PT2S");
            environment.put("FIELDSERVICE_DELAYS_CALLED_OFF_AFTER", "PT5S");
            environment.put("FIELDSERVICE_VISITS_QUIET_FROM", "00:00");
            environment.put("FIELDSERVICE_VISITS_QUIET_UNTIL", "00:00");
        }
        return environment;
    }

    private static Map<String, String> ownData(String database, StackAddress address, Path files) {
        return Map.of(
                "DB_ADDRESS",
                address.postgres(),
                "DB_NAME",
                database,
                "DB_USER",
                database,
                "DB_PASSWORD",
                database,
                "KAFKA_BOOTSTRAP_SERVERS",
                address.kafkaBootstrapServers(),
                "SMTP_HOST",
                StackAddress.HOST,
                "SMTP_PORT",
                Integer.toString(address.smtpPort()),
                "FIELDSERVICE_FILES_FOLDER",
                files.toAbsolutePath().toString(),
                "FIELDSERVICE_LINKS_KEY",
                "signs links where nobody has secrets",
                "FIELDSERVICE_PUBLIC_ADDRESS",
                address.gateway().toString());
    }

    private static Map<String, String> otherServices(StackAddress address) {
        var urls = new HashMap<String, String>();
        for (var service : Service.values()) {
            if (service != Service.GATEWAY) {
                urls.put(service.name() + "_URL", address.service(service).toString());
            }
        }
        urls.put("CORS_ORIGINS", "http://localhost:*,http://127.0.0.1:*"); // pages that somebody works on here
        return urls;
    }
}
