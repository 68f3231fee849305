package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Inbox;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What parts are called, so that a price list can be read. */
@ApplicationScoped
public class PartConsumers {

    private static final String KEEP_THE_NEWEST = """
            insert into known_part (part_id, part_version, number, name) values (:id, :version, :number, :name)
            on conflict (part_id) do update
               set part_version = excluded.part_version, number = excluded.number, name = excluded.name
             where known_part.part_version < excluded.part_version""";

    private final Inbox inbox;

    public PartConsumers(Inbox inbox) {
        this.inbox = inbox;
    }

    record PartRegistered(UUID partId, long partVersion, String number, String name) {}

    @Incoming(Topics.PART_REGISTERED)
    Uni<Void> partRegistered(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(batch, PartRegistered.class, PartConsumers::keep);
    }

    private static Uni<Integer> keep(Tx tx, PartRegistered part) {
        return tx.session()
                .createNativeQuery(KEEP_THE_NEWEST)
                .setParameter("id", part.partId())
                .setParameter("version", part.partVersion())
                .setParameter("number", part.number())
                .setParameter("name", part.name())
                .executeUpdate();
    }
}
