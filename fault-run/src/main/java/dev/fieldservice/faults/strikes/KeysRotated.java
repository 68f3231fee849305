package dev.fieldservice.faults.strikes;

import dev.fieldservice.local.Service;
import dev.fieldservice.local.ServiceProcess;
import dev.fieldservice.players.client.Player;
import java.time.Duration;
import java.util.Arrays;

/** Keycloak signs with a new key from now on, and everybody signs in anew at once. */
record KeysRotated() implements Fault {

    /** The services fetch unknown keys at most this often. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    @Override
    public String name() {
        return "Keycloak's keys rotated";
    }

    @Override
    public boolean strike(Field field) {
        field.keycloak().rotateKeys();
        field.signIn().forgetAll();
        long began = System.nanoTime();
        boolean isKnown = Field.within(
                LIMIT,
                () -> Arrays.stream(Service.values())
                        .flatMap(service -> field.stack().replicas(service).stream())
                        .allMatch(process -> accepts(field, process)));
        field.observe(
                "a token signed with the new key is accepted by all",
                isKnown,
                "after " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        return true;
    }

    /** Whatever is answered but that the token is unknown. */
    private static boolean accepts(Field field, ServiceProcess process) {
        int status = field.phone()
                .glance(Player.ADMIN, process.address(), "/v1/invoices")
                .status();
        return status != 401 && status / 100 < 5 && status != 0;
    }
}
