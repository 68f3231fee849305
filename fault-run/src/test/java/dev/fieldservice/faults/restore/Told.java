package dev.fieldservice.faults.restore;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Broker;
import dev.fieldservice.faults.evidence.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything that came to the topics during the drill, also to those that were lost, and what of it counts. */
final class Told {

    private final Broker broker;
    private final List<ConsumerRecord<String, byte[]>> lost = new ArrayList<>();
    private Instant after = Instant.MAX;
    private Instant until = Instant.MAX;

    Told(Broker broker) {
        this.broker = broker;
    }

    /** What came in between counts as never told. */
    void inVain(Instant from, Instant to) {
        after = from;
        until = to;
    }

    /** What there is by now will not be on the topics any more. */
    void keep() {
        lost.addAll(broker.everythingOn(Topics.ALL));
    }

    List<ConsumerRecord<String, byte[]>> counting() {
        return all().stream().filter(message -> !isInVain(message)).toList();
    }

    List<ConsumerRecord<String, byte[]>> inVain() {
        return all().stream().filter(this::isInVain).toList();
    }

    /** How many events about a ticket that was called came more than once. */
    long again(String ticket) {
        return all().stream()
                .filter(message -> message.topic().equals(Topics.TICKET_CREATED) && ticket.equals(message.key()))
                .collect(Collectors.groupingBy(
                        message -> Event.header(message.headers(), "ce_id"), Collectors.counting()))
                .values()
                .stream()
                .filter(times -> times > 1)
                .count();
    }

    private List<ConsumerRecord<String, byte[]>> all() {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(lost);
        all.addAll(broker.everythingOn(Topics.ALL));
        return all;
    }

    private boolean isInVain(ConsumerRecord<String, byte[]> message) {
        Instant at = Instant.ofEpochMilli(message.timestamp());
        return at.isAfter(after) && at.isBefore(until);
    }
}
