package dev.fieldservice.platform.mail;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The words that the company uses for a mail in one language: its own, or those that the service brings along. */
@Entity
@Table(name = "mail_text")
public class MailText extends Aggregate {

    String purpose;
    String language;

    /** Null, as the text is, while the company has no words of its own. */
    String subject;

    String text;
    String changedBy;
    Instant changedAt;

    protected MailText() {}

    Optional<Wording> own() {
        return subject == null ? Optional.empty() : Optional.of(new Wording(subject, text));
    }

    /** The same once more changes nothing. */
    void say(Wording wording, By by) {
        if (!own().equals(Optional.of(wording))) {
            subject = wording.subject();
            text = wording.text();
            changed("WORDED", by);
        }
    }

    /** Back to the words that the service brings along. */
    void withdraw(By by) {
        if (own().isEmpty()) {
            throw new Refusal.Conflict("no-own-text", "The company has no text of its own here.").refused();
        }
        subject = null;
        text = null;
        changed("WITHDRAWN", by);
    }

    private void changed(String action, By by) {
        changedBy = by.caller().name();
        changedAt = by.at();
        note(action, by, by.at(), purpose + " " + language);
    }

    @Override
    public String kind() {
        return "mail-text";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
