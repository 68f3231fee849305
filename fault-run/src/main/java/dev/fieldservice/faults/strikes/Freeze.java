package dev.fieldservice.faults.strikes;

import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Interrupted;
import java.time.Duration;

/** SIGSTOP for longer than a consumer may be silent: the broker gives its partitions away, and then it goes on as if nothing were. */
record Freeze(Service service) implements Fault {

    /** Twice the session time-out of the consumers. */
    private static final Duration SILENCE = Duration.ofSeconds(12);

    @Override
    public String name() {
        return "SIGSTOP " + service.module();
    }

    @Override
    public boolean strike(Field field) {
        var process = field.stack().service(service);
        int before = field.broker().members(service);
        int meanwhile;
        process.freeze();
        try {
            Interrupted.pause(SILENCE);
            meanwhile = field.broker().members(service);
        } finally {
            process.thaw();
        }
        boolean isBack =
                Field.within(Duration.ofSeconds(60), () -> field.broker().members(service) >= before);
        field.observe(
                service.module() + " takes its partitions back after it was taken for dead",
                isBack && meanwhile < before,
                "members of its group before, meanwhile, after: " + before + ", " + meanwhile + ", "
                        + field.broker().members(service));
        return true;
    }
}
