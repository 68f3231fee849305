package dev.fieldservice.faults.strikes;

import dev.fieldservice.faults.workload.Call.Outcome;
import dev.fieldservice.players.client.Interrupted;
import java.time.Duration;

/** Nobody can sign in for a while. Who has a token must not notice. */
record KeycloakAway(Duration time) implements Fault {

    @Override
    public String name() {
        return "Keycloak away for " + time.toSeconds() + " s";
    }

    @Override
    public boolean strike(Field field) {
        var pids = field.pids();
        field.stack().stopKeycloak();
        long before = field.calls().count(Outcome.OK);
        long refusedBefore = unauthenticated(field);
        Interrupted.pause(time);
        long after = field.calls().count(Outcome.OK);
        long refused = unauthenticated(field) - refusedBefore;
        field.stack().startKeycloak();
        field.observe(
                "who has a token works on while Keycloak is away",
                after > before && refused == 0,
                (after - before) + " commands were carried out meanwhile, " + refused + " answered 401");
        field.observeHealing("Keycloak's absence", pids, Duration.ofSeconds(30));
        return true;
    }

    private static long unauthenticated(Field field) {
        var count = field.calls().answers().get("401");
        return count == null ? 0 : count.sum();
    }
}
