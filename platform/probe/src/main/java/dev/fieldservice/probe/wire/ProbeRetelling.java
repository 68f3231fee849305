package dev.fieldservice.probe.wire;

import dev.fieldservice.platform.retelling.Retelling;
import dev.fieldservice.platform.retelling.Tellings;
import dev.fieldservice.probe.notes.Note;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of events that can be replayed. */
@ApplicationScoped
public class ProbeRetelling implements Retelling {

    @Override
    public Tellings tellings() {
        return Tellings.table().on(ProbeWire.NOTE_WRITTEN, Note.class, (note, by) -> note.tell());
    }
}
