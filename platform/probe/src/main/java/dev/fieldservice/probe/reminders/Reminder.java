package dev.fieldservice.probe.reminders;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.FinalFailure;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.probe.notes.Note;
import dev.fieldservice.probe.notes.Remark;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** A remark that is made by itself when its time has come: its whole effect lies in the database. */
@ApplicationScoped
public class Reminder implements InTransaction<Reminder.Content> {

    public record Content(UUID noteId, String text) {}

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Policy policy() {
        return new Policy(4, Duration.ofSeconds(1), Duration.ofMillis(50), 3, Policy.Repetition.NONE);
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Content> errand) {
        return remark(tx, errand.content()).replaceWith(Next::done);
    }

    static Uni<Remark> remark(Tx tx, Content content) {
        return tx.find(Note.class, content.noteId()).chain(note -> {
            if (note == null) {
                throw new FinalFailure("There is no such note.", null);
            }
            return tx.add(Remark.on(note, content.text(), tx.by()));
        });
    }
}
