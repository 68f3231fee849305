package dev.fieldservice.probe.wire;

import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.events.Wire;
import dev.fieldservice.probe.notes.NoteEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** From what happens here to what travels. */
@ApplicationScoped
public class ProbeWire implements Wire {

    public static final String NOTE_WRITTEN = "note-written";
    public static final String NOTE_REMARKED = "note-remarked";

    @Override
    public Message write(DomainEvent event) {
        return switch ((NoteEvent) event) {
            case NoteEvent.Written e -> new Message(NOTE_WRITTEN, 1, e.noteId().toString(), e);
            case NoteEvent.Remarked e ->
                new Message(NOTE_REMARKED, 1, e.noteId().toString(), e);
        };
    }
}
