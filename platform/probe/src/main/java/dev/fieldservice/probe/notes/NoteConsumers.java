package dev.fieldservice.probe.notes;

import dev.fieldservice.platform.inbox.Inbox;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Remarks that others make. */
@ApplicationScoped
public class NoteConsumers {

    public static final String REMARK_HEARD = "remark-heard";

    private final Inbox inbox;

    public NoteConsumers(Inbox inbox) {
        this.inbox = inbox;
    }

    record RemarkHeard(UUID noteId, String text) {}

    @Incoming(REMARK_HEARD)
    Uni<Void> remarkHeard(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(batch, RemarkHeard.class, NoteConsumers::record);
    }

    private static Uni<Remark> record(Tx tx, RemarkHeard event) {
        return tx.load(Note.class, event.noteId()).chain(note -> tx.add(Remark.on(note, event.text(), tx.by())));
    }
}
