package dev.fieldservice.probe.reminders;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.mail.Attachment;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.probe.notes.Note;
import dev.fieldservice.probe.notes.NoteView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A note by mail, with its title as a file. */
@ApplicationScoped
public class NoteMail implements MailKind<NoteMail.Content> {

    private static final String PURPOSE = "note";

    public record Content(UUID id, UUID noteId, String recipient) {}

    @Override
    public List<String> purposes() {
        return List.of(PURPOSE);
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Uni<Optional<Mail>> write(Tx tx, Errand<Content> errand) {
        return tx.load(Note.class, errand.content().noteId()).map(note -> Optional.of(mail(note, errand.content())));
    }

    @Override
    public Uni<Void> sent(Tx tx, Errand<Content> errand) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> failed(Tx tx, Errand<Content> errand, String why) {
        return Uni.createFrom().voidItem();
    }

    private Mail mail(Note note, Content content) {
        String title = NoteView.of(note).title();
        Attachment file = new Attachment(
                "titlu \"ș\".txt", "text/plain", () -> Uni.createFrom().item(title.getBytes(StandardCharsets.UTF_8)));
        return new Mail(content.id(), PURPOSE, List.of(), content.recipient(), Map.of("title", title), List.of(file));
    }
}
