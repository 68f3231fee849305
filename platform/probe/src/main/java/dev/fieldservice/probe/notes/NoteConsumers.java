package dev.fieldservice.probe.notes;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Remarks that others make, and titles that they read in the one version or the other. */
public final class NoteConsumers {

    private NoteConsumers() {}

    public record RemarkHeard(UUID noteId, String text) {}

    public record TitleRead(UUID noteId, String title) {}

    public record NameRead(UUID noteId, Name name) {
        public record Name(String title) {}
    }

    public static Uni<Remark> heard(Tx tx, RemarkHeard event) {
        return remark(tx, event.noteId(), event.text());
    }

    public static Uni<Remark> titleRead(Tx tx, TitleRead event) {
        return remark(tx, event.noteId(), "in version 1: " + event.title());
    }

    public static Uni<Remark> nameRead(Tx tx, NameRead event) {
        return remark(tx, event.noteId(), "in version 2: " + event.name().title());
    }

    private static Uni<Remark> remark(Tx tx, UUID noteId, String text) {
        return tx.load(Note.class, noteId).chain(note -> tx.add(Remark.on(note, text, tx.by())));
    }
}
