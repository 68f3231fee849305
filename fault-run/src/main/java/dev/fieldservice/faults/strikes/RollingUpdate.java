package dev.fieldservice.faults.strikes;

import dev.fieldservice.local.Service;
import dev.fieldservice.local.ServiceProcess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Every replica of every service is replaced, one after the other, the gateway's last: by the newest build where the run began with
 * another one.
 */
record RollingUpdate() implements Fault {

    /** With Retry-After: the same may be sent again. */
    private static final String REPEATABLE = "503";

    @Override
    public String name() {
        return "rolling update";
    }

    @Override
    public boolean strike(Field field) {
        long before = unanswered(field);
        processes(field).forEach(ServiceProcess::upgrade);
        if (field.replicas() > 1) {
            long unanswered = unanswered(field) - before;
            field.observe(
                    "of a rolling update callers see at most that they are to come again",
                    unanswered == 0,
                    unanswered + " answers of another kind, of all: "
                            + field.calls().answers());
        }
        return true;
    }

    private static List<ServiceProcess> processes(Field field) {
        return Stream.of(Service.values())
                .sorted((one, other) -> Boolean.compare(one == Service.GATEWAY, other == Service.GATEWAY))
                .flatMap(service -> field.stack().replicas(service).stream())
                .toList();
    }

    /** By which nobody knows what became of it. */
    private static long unanswered(Field field) {
        return field.calls().answers().entrySet().stream()
                .filter(answer -> !answer.getKey().matches("[1-4]\\d\\d")
                        && !answer.getKey().equals(REPEATABLE))
                .map(Map.Entry::getValue)
                .mapToLong(LongAdder::sum)
                .sum();
    }
}
