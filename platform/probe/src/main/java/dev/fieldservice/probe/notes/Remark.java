package dev.fieldservice.probe.notes;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** An entry on a note: it has no version of its own, and its step stands in the note's history. */
@Entity
public class Remark extends Recorded {

    UUID noteId;
    String text;
    Instant recordedAt;

    protected Remark() {}

    public static Remark on(Note note, String text, By by) {
        note.remarked();
        Remark remark = new Remark();
        remark.id = Ids.next();
        remark.noteId = note.id();
        remark.text = text;
        remark.recordedAt = by.at();
        remark.note("REMARK", by, by.at(), text);
        remark.raise(new NoteEvent.Remarked(note.id(), remark.id, text));
        return remark;
    }

    @Override
    public Subject subject() {
        return new Subject("note", noteId, noteId);
    }
}
