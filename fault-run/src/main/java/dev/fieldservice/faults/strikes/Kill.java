package dev.fieldservice.faults.strikes;

import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import java.time.Duration;

/** {@code kill -9} at any moment. */
record Kill(Service service) implements Fault {

    @Override
    public String name() {
        return "kill -9 " + service.module();
    }

    @Override
    public boolean strike(Field field) {
        field.stack().service(service).kill();
        if (service == Service.TICKET) {
            Answer reply =
                    field.phone().glance(Player.DANA, field.stack().address().gateway(), "/v1/tickets");
            field.observe(
                    "the gateway says that a peer is gone and when to come again",
                    (reply.status() == 502 || reply.status() == 503)
                            && !reply.retryAfter().isEmpty(),
                    reply + ", Retry-After: " + reply.retryAfter());
        }
        Interrupted.pause(field.between(Duration.ZERO, Duration.ofSeconds(2)));
        field.stack().service(service).start();
        return true;
    }
}
