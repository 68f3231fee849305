package dev.fieldservice.probe.notes;

import java.util.UUID;

/** What was recorded, and what became of the note by it. */
record RemarkView(UUID id, String text, NoteView note) {

    static RemarkView of(Remark r, Note note) {
        return new RemarkView(r.id(), r.text, NoteView.of(note));
    }
}
