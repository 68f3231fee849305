package dev.fieldservice.faults.strikes;

import dev.fieldservice.local.Service;
import java.time.Duration;

/** A service reads all its topics from offset 0 again, as after a restored backup of the broker's offsets. */
record FromTheStart(Service service) implements Fault {

    private static final Duration UNTIL_GONE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "topics replayed from offset 0 to " + service.module();
    }

    @Override
    public boolean strike(Field field) {
        field.stop(service);
        boolean isGone = Field.within(UNTIL_GONE, () -> field.broker().members(service) == 0);
        long seen = field.databases().number(service, "select count(*) from inbox");
        if (isGone) {
            field.broker().rewind(service);
        }
        field.start(service);
        field.tell(isGone ? seen + " events are read again" : "its group did not get empty");
        return isGone;
    }
}
