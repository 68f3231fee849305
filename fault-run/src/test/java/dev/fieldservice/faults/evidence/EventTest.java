package dev.fieldservice.faults.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final String TOPIC = Topics.JOB_CLOSED;
    private static final byte[] PAYLOAD = "{\"orderId\": \"7\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void inTwoVersionsItIsOneEventUnderTheIdOfTheFirstMessage() {
        List<Event> told = Event.craftedInTwo(TOPIC, "key", "first", 2, PAYLOAD).stream()
                .map(EventTest::read)
                .toList();

        assertThat(told).extracting(Event::id).containsOnly("first");
        assertThat(told).noneMatch(Event::isWhole);
        Event event = told.getLast().and(told.getFirst());
        assertThat(event.isWhole()).isTrue();
        assertThat(event.messages()).hasSize(2).contains("first");
        assertThat(event.text("/orderId")).isEqualTo("7");
        assertThat(event.text("/unknown")).isEmpty();
    }

    @Test
    void aMessageThatSaysNothingOfVersionsIsTheWholeEvent() {
        Event event = read(Event.crafted(TOPIC, "key", "id", Event.type(TOPIC), PAYLOAD));

        assertThat(event.isWhole()).isTrue();
        assertThat(event.messages()).containsExactly("id");
    }

    @Test
    void whatIsOfAnotherTypeOrNoJsonIsNoEvent() {
        assertThat(Event.of(received(Event.crafted(TOPIC, "key", "id", "dev.fieldservice.other.v1", PAYLOAD))))
                .isEmpty();
        assertThat(Event.of(received(
                        Event.crafted(TOPIC, "key", "id", Event.type(TOPIC), "{".getBytes(StandardCharsets.UTF_8)))))
                .isEmpty();
    }

    private static Event read(ProducerRecord<String, byte[]> sent) {
        return Event.of(received(sent)).orElseThrow();
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> message = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(message.headers()::add);
        return message;
    }
}
