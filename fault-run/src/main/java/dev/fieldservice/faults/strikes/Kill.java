package dev.fieldservice.faults.strikes;

import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import java.time.Duration;

/** {@code kill -9} of one replica at any moment. */
record Kill(Service service) implements Fault {

    @Override
    public String name() {
        return "kill -9 " + service.module();
    }

    @Override
    public boolean strike(Field field) {
        var process = field.anyOf(service);
        process.kill();
        if (service == Service.TICKET) {
            Answer reply =
                    field.phone().glance(Player.DANA, field.stack().address().gateway(), "/v1/tickets");
            observe(field, reply);
        }
        Interrupted.pause(field.between(Duration.ZERO, Duration.ofSeconds(2)));
        process.start();
        return true;
    }

    private static void observe(Field field, Answer reply) {
        if (field.replicas() > 1) {
            field.observe("nobody misses one of several replicas", reply.isOk(), reply.toString());
        } else {
            field.observe(
                    "the gateway says that a peer is gone and when to come again",
                    (reply.status() == 502 || reply.status() == 503)
                            && !reply.retryAfter().isEmpty(),
                    reply + ", Retry-After: " + reply.retryAfter());
        }
    }
}
