package dev.fieldservice.probe.notes;

import java.util.UUID;

public record NoteView(UUID id, String title, NoteLifecycle.State state, long remarks) {

    public static NoteView of(Note n) {
        return new NoteView(n.id(), n.title, n.state, n.remarks);
    }
}
