package dev.fieldservice.probe.notes;

import java.util.UUID;

record NoteView(UUID id, String title, NoteLifecycle.State state, long remarks) {

    static NoteView of(Note n) {
        return new NoteView(n.id(), n.title, n.state, n.remarks);
    }
}
