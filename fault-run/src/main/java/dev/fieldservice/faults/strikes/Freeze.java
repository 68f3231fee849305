package dev.fieldservice.faults.strikes;

import dev.fieldservice.local.Service;
import dev.fieldservice.local.ServiceProcess;
import dev.fieldservice.players.client.Interrupted;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** SIGSTOP of one replica for longer than a consumer may be silent: the broker gives its partitions away, and then it goes on as if nothing were. */
record Freeze(Service service) implements Fault {

    /** Twice the session time-out of the consumers. */
    private static final Duration SILENCE = Duration.ofSeconds(12);

    @Override
    public String name() {
        return "SIGSTOP " + service.module();
    }

    @Override
    public boolean strike(Field field) {
        if (service.database().isPresent()) {
            freezeMember(field);
        } else {
            freeze(field.anyOf(service), () -> {});
        }
        return true;
    }

    private void freezeMember(Field field) {
        var process = field.anyOf(service);
        int before = field.broker().members(service);
        var meanwhile = new AtomicInteger();
        freeze(process, () -> meanwhile.set(field.broker().members(service)));
        boolean isBack =
                Field.within(Duration.ofSeconds(60), () -> field.broker().members(service) >= before);
        field.observe(
                service.module() + " takes its partitions back after it was taken for dead",
                isBack && meanwhile.get() < before,
                "members of its group before, meanwhile, after: " + before + ", " + meanwhile + ", "
                        + field.broker().members(service));
    }

    private static void freeze(ServiceProcess process, Runnable look) {
        process.freeze();
        try {
            Interrupted.pause(SILENCE);
            look.run();
        } finally {
            process.thaw();
        }
    }
}
