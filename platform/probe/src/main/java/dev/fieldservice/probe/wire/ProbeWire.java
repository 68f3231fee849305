package dev.fieldservice.probe.wire;

import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.events.Wire;
import dev.fieldservice.probe.notes.NoteEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The mapping of domain events to messages. */
@ApplicationScoped
public class ProbeWire implements Wire {

    public static final String NOTE_WRITTEN = "note-written";
    public static final String NOTE_REMARKED = "note-remarked";
    public static final String NOTE_RENAMED = "note-renamed";

    private record RenamedV2(UUID noteId, Name name) {
        record Name(String title) {}
    }

    @Override
    public Message write(DomainEvent event) {
        return switch ((NoteEvent) event) {
            case NoteEvent.Written e -> new Message(NOTE_WRITTEN, 1, e.noteId().toString(), e);
            case NoteEvent.Remarked e ->
                new Message(NOTE_REMARKED, 1, e.noteId().toString(), e);
            case NoteEvent.Renamed e ->
                new Message(NOTE_RENAMED, 1, e.noteId().toString(), e)
                        .and(2, new RenamedV2(e.noteId(), new RenamedV2.Name(e.title())));
        };
    }
}
