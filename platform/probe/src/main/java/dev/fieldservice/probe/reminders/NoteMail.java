package dev.fieldservice.probe.reminders;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.mail.Attachment;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.mail.MailPurpose;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.probe.notes.Note;
import dev.fieldservice.probe.notes.NoteView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A note by mail, with its title as a file. */
@ApplicationScoped
public class NoteMail implements MailKind<NoteMail.Content> {

    private static final MailPurpose PURPOSE = new MailPurpose(
            "note",
            Map.of(
                    "title", "2026",
                    "at", ZonedDateTime.of(2026, 3, 2, 10, 0, 0, 0, ZoneOffset.UTC),
                    "words", List.of(Map.of("word", "2026"))));

    public record Content(UUID id, UUID noteId, String recipient) {}

    @Override
    public List<MailPurpose> purposes() {
        return List.of(PURPOSE);
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Uni<Optional<Mail>> write(Tx tx, Errand<Content> errand) {
        return tx.load(Note.class, errand.content().noteId())
                .map(note -> Optional.of(mail(note, errand.content(), tx.by().at())));
    }

    @Override
    public Uni<Void> sent(Tx tx, Errand<Content> errand) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> failed(Tx tx, Errand<Content> errand, String why) {
        return Uni.createFrom().voidItem();
    }

    private Mail mail(Note note, Content content, Instant at) {
        String title = NoteView.of(note).title();
        Attachment file = new Attachment(
                "titlu \"ș\".txt", "text/plain", () -> Uni.createFrom().item(title.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> model = Map.of(
                "title", title,
                "at", at.atZone(ZoneOffset.UTC),
                "words",
                        Arrays.stream(title.split(" "))
                                .map(word -> Map.of("word", word))
                                .toList());
        return new Mail(content.id(), PURPOSE.name(), List.of(), content.recipient(), model, List.of(file));
    }
}
