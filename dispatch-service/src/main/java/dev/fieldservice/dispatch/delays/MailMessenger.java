package dev.fieldservice.dispatch.delays;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;

/** By SMTP. A reply of the 5xx class is final (RFC 5321, 4.2.1). */
@ApplicationScoped
class MailMessenger implements Messenger {

    private final ReactiveMailer mailer;

    MailMessenger(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Uni<Void> send(Message message) {
        Mail mail = Mail.withText(message.recipient(), message.subject(), message.text())
                .addHeader("Message-ID", message.id())
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).onFailure(MailMessenger::isFinal).transform(Undeliverable::new);
    }

    static boolean isFinal(Throwable failure) {
        return failure instanceof SMTPException refused && refused.isPermanent();
    }
}
