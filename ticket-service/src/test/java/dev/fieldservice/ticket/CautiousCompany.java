package dev.fieldservice.ticket;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * An installation that differs from the usual one in all that tests want to be otherwise: it has a mailbox, and every request is
 * looked at before anything is planned. One for all such tests, as each takes a start of the service.
 */
public final class CautiousCompany implements QuarkusTestProfile {

    static final String MAILBOX = "service.by.itself@frigotehnica.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "fieldservice.tickets.orders-are-made",
                "AFTER_QUALIFICATION",
                "fieldservice.mailbox.host",
                "127.0.0.1",
                "fieldservice.mailbox.port",
                "${test.imap.port}",
                "fieldservice.mailbox.username",
                MAILBOX,
                "fieldservice.mailbox.password",
                "any",
                "fieldservice.mailbox.patience",
                "PT10M");
    }
}
