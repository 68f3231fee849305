package dev.fieldservice.platform.mail;

import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.errands.ErrandKind;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mail as jobs of the queue: written in the transaction of its cause, sent after it, with its delivery log in the history. */
@ApplicationScoped
public class Mails {

    /** A domain of no mail: where an answer names it, it is about what has this id. */
    private static final String CONVERSATION = "conversation.fieldservice";

    private final Errands errands;
    private final MailTemplates templates;
    private final Smtp smtp;
    private final MailConfig config;
    private final String domain;

    public Mails(
            Errands errands,
            MailTemplates templates,
            Smtp smtp,
            MailConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.errands = errands;
        this.templates = templates;
        this.smtp = smtp;
        this.config = config;
        this.domain = service + ".fieldservice";
    }

    /** Whether there are texts in the language of this tag of BCP 47. */
    public static boolean areWrittenIn(String tag) {
        return MailTemplates.LANGUAGES.contains(Locale.forLanguageTag(tag).getLanguage());
    }

    /** Has a mail sent once the running transaction is committed. */
    public Uni<Void> later(Tx tx, ErrandKind kind, Subject subject, Object content) {
        tx.note(subject, "MAIL_QUEUED", kind.name());
        return errands.later(tx, kind, subject, content, tx.by().at());
    }

    /** The handler of such a mail, for the service's table of jobs. */
    public <C> Handling<C> handling(MailKind<C> kind) {
        kind.purposes().forEach(templates::require);
        return new MailErrand<>(kind, this);
    }

    Policy policy() {
        return new Policy(
                config.atOnce(), config.patience(), config.firstWait(), config.attempts(), Policy.Repetition.NONE);
    }

    /** @param about what; all mails about what belongs together are of one conversation */
    Uni<Letter> letter(Tx tx, Mail mail, Subject about) {
        return MailTexts.own(tx, mail.purpose())
                .map(own -> templates.write(mail, own))
                .map(written -> new Letter(
                        "<" + mail.id() + "@" + domain + ">",
                        about.correlationId() == null ? null : "<" + about.correlationId() + "@" + CONVERSATION + ">",
                        mail.recipient(),
                        written.subject(),
                        written.text(),
                        mail.attachments()));
    }

    Uni<String> send(Letter letter) {
        return smtp.send(letter);
    }
}
