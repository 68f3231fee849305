package dev.fieldservice.faults.invariants;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Broker;
import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.evidence.Event;
import dev.fieldservice.faults.evidence.Stores;
import dev.fieldservice.faults.strikes.Field;
import dev.fieldservice.faults.workload.Calls;
import dev.fieldservice.faults.workload.Phone;
import dev.fieldservice.faults.workload.Play;
import dev.fieldservice.local.StackAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All there is to look at after a run.
 *
 * @param events every event on the topics but our poison, once, however often and in however many versions it lies there
 * @param failures cycles that did not come to their end, and faults after which the system did not come back
 */
public record Evidence(
        StackAddress stack,
        Databases databases,
        Broker broker,
        Stores stores,
        Phone phone,
        Play play,
        Calls calls,
        Collection<Event> events,
        Collection<Field.Observation> observations,
        Set<String> poison,
        List<String> failures) {

    public static Evidence after(Field field, Play play, List<String> failures) {
        return after(field, play, failures, field.broker().everythingOn(Topics.ALL), Instant.MIN);
    }

    /**
     * After a restore.
     *
     * @param messages that count, in the order of each key: others than those on the topics
     * @param filesKnownSince what was put into the file stores before may be unknown to the databases
     */
    public static Evidence after(
            Field field,
            Play play,
            List<String> failures,
            Collection<ConsumerRecord<String, byte[]>> messages,
            Instant filesKnownSince) {
        Map<String, Event> events = new LinkedHashMap<>();
        messages.stream()
                .flatMap(message -> Event.of(message).stream())
                .filter(event -> !field.poison().contains(event.id()))
                .forEach(event -> events.merge(event.topic() + event.id(), event, Event::and));
        return new Evidence(
                field.stack().address(),
                field.databases(),
                field.broker(),
                new Stores(field.stack().files(), filesKnownSince),
                field.phone(),
                play,
                field.calls(),
                new ArrayList<>(events.values()),
                List.copyOf(field.observations()),
                Set.copyOf(field.poison()),
                failures);
    }

    Stream<Event> on(String topic) {
        return events.stream().filter(event -> event.topic().equals(topic));
    }

    Set<String> ids(String topic, String pointer) {
        return on(topic).map(event -> event.text(pointer)).collect(Collectors.toSet());
    }

    /** Only what a service has published, not what a fault has crafted. */
    Set<String> published(String topic, String pointer) {
        return on(topic)
                .filter(event -> !event.isOurs())
                .map(event -> event.text(pointer))
                .collect(Collectors.toSet());
    }
}
