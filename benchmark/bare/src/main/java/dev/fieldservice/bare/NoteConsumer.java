package dev.fieldservice.bare;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
public class NoteConsumer {

    @Incoming("notes")
    Uni<Void> take(ConsumerRecords<String, byte[]> batch) {
        return Uni.createFrom().voidItem();
    }
}
