package dev.fieldservice.faults.strikes;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Broker;
import dev.fieldservice.faults.evidence.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Every event that there is comes once more: late, and in an order that has nothing to do with how things went. */
record EverythingAgain() implements Fault {

    @Override
    public String name() {
        return "every event delivered again, late and out of order";
    }

    @Override
    public boolean strike(Field field) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>(field.broker().everythingOn(Topics.ALL).stream()
                .filter(message -> Event.of(message).isPresent())
                .toList());
        Collections.shuffle(events, field.random());
        var _ = field.broker().publish(events.stream().map(Broker::copy).toList());
        field.tell(events.size() + " events were delivered again");
        return !events.isEmpty();
    }
}
