package dev.fieldservice.local;

import java.nio.file.Path;

/** The text shown when the stack is ready: what to do with it. */
final class Welcome {

    private Welcome() {}

    static String text(StackAddress address, Path logs) {
        return """

                Gateway            %s      its API, to read and try: %s/docs
                Keycloak           http://127.0.0.1:%d   admin / admin
                PostgreSQL         127.0.0.1:%d   databases ticket dispatch workorder inventory billing; user = password = database
                Kafka              %s
                Mail               SMTP 127.0.0.1:%d, IMAP 127.0.0.1:%d (any user, any password); mail to service@fieldservice.example
                                   becomes a ticket, or waits at /v1/incoming-mails
                Services           %s
                Logs               %s

                Users, all with the password demo:
                  dana    dispatcher     tudor    technician    teodora  technician    sorin  supervisor
                  stela   storekeeper    bogdan   buyer         ana      accountant    admin  admin

                Try:
                  TOKEN=$(curl -s %s -d grant_type=password -d client_id=demo-cli -d username=dana -d password=demo | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s %s/v1/tickets -H "Authorization: Bearer $TOKEN"
                  curl -s %s/v1/service-orders -H "Authorization: Bearer $TOKEN"
                  curl -s 'imap://127.0.0.1:%d/INBOX;MAILINDEX=1' -u somebody@example.com:any    # the first mail to that address

                Ctrl-C stops everything; the data stays for the next ./run
                """.formatted(
                        address.gateway(),
                        address.gateway(),
                        address.port(Port.KEYCLOAK),
                        address.port(Port.POSTGRES),
                        address.kafkaBootstrapServers(),
                        address.smtpPort(),
                        address.imapPort(),
                        services(address),
                        logs,
                        address.tokenEndpoint(),
                        address.gateway(),
                        address.gateway(),
                        address.imapPort());
    }

    private static String services(StackAddress address) {
        var text = new StringBuilder();
        for (var service : Service.values()) {
            if (service != Service.GATEWAY) {
                text.append(service.database().orElseThrow())
                        .append(" :")
                        .append(address.port(service.port()))
                        .append("  ");
            }
        }
        return text.toString().strip();
    }
}
