package dev.fieldservice.probe.notes;

import dev.fieldservice.platform.offers.Offers;
import java.util.List;
import java.util.UUID;

public record NoteView(
        UUID id,
        String title,
        NoteLifecycle.State state,
        @Offers("/v1/notes/{id}") List<String> allowedCommands,
        long remarks) {

    public static NoteView of(Note n) {
        return new NoteView(n.id(), n.title, n.state, NoteLifecycle.TABLE.words(n.state), n.remarks);
    }
}
