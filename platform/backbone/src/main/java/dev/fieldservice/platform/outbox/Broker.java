package dev.fieldservice.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.events.Wire;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The relay's producer: every row as a CloudEvent in binary mode, acknowledged by all in-sync replicas. */
@ApplicationScoped
class Broker {

    /** Above anything that bounded input can add up to; topics must take as much ({@code max.message.bytes}). */
    private static final int LARGEST_MESSAGE = 4 * 1024 * 1024;

    /** How to reach the broker and sign in to it: the same settings that the consumer has ({@code kafka.*}). */
    private static final List<String> CONNECTION = List.of("bootstrap.", "security.", "sasl.", "ssl.");

    private final Map<String, Object> settings;
    private final String source;
    private final RelayConfig config;
    private final ObjectMapper json;
    private KafkaProducer<String, byte[]> producer;

    Broker(
            @Identifier("default-kafka-broker") Map<String, Object> settings,
            @ConfigProperty(name = "quarkus.application.name") String service,
            RelayConfig config,
            ObjectMapper json) {
        this.settings = settings;
        this.source = "/" + service;
        this.config = config;
        this.json = json;
    }

    /** Returns when all of the batch is acknowledged; throws if any of it is not. */
    void send(List<OutboxTable.Row> batch) throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> pending = new ArrayList<>(batch.size());
        for (OutboxTable.Row row : batch) {
            Future<RecordMetadata> sent = producer().send(toRecord(row));
            if (sent.isDone()) {
                var _ = sent.get(); // refused at once: what comes after must not overtake it
            }
            pending.add(sent);
        }
        producer().flush();
        for (Future<RecordMetadata> sent : pending) {
            RecordMetadata acknowledged = sent.get();
            if (!acknowledged.hasOffset()) {
                throw new IllegalStateException("no offset for a message on " + acknowledged.topic());
            }
        }
    }

    /** At once: what was sent is acknowledged by now, or is sent again by whoever reads the outbox next. */
    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    /** Made on first use and by the relay's thread only, so that a broker that is away does not keep us from starting. */
    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(producerSettings());
        }
        return producer;
    }

    private Map<String, Object> producerSettings() {
        int delivery = (int) config.deliveryTimeout().toMillis();
        Map<String, Object> all = new HashMap<>(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "relay" + source,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                delivery,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                delivery / 3,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                delivery / 3,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST_MESSAGE,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
        settings.forEach((name, value) -> {
            if (CONNECTION.stream().anyMatch(name::startsWith)) {
                all.put(name, value);
            }
        });
        return all;
    }

    private ProducerRecord<String, byte[]> toRecord(OutboxTable.Row row) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        Headers headers = message.headers();
        add(headers, "content-type", "application/json");
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", row.id().toString());
        add(headers, "ce_type", row.type());
        Wire.Message.schema(row.topic(), row.type()).ifPresent(schema -> add(headers, Wire.SCHEMA, schema));
        add(headers, "ce_source", source);
        add(headers, "ce_time", row.createdAt().toString());
        add(headers, "ce_subject", row.key());
        add(headers, "traceparent", row.traceparent());
        extra(row.headers()).forEach((name, value) -> add(headers, name, value));
        return message;
    }

    private Map<String, String> extra(String headers) {
        if (headers == null) {
            return Map.of();
        }
        try {
            return json.readValue(headers, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("outbox headers are not a JSON object of strings", defect);
        }
    }

    private static void add(Headers headers, String name, String value) {
        if (value != null) {
            headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
