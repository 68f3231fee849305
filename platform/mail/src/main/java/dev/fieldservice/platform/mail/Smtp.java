package dev.fieldservice.platform.mail;

import dev.fieldservice.platform.errands.FinalFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sends by SMTP. A reply of the 5xx class is final (RFC 5321, 4.2.1); anything else may pass. */
@ApplicationScoped
class Smtp {

    private final MailClient client;
    private final MailConfig config;

    Smtp(MailClient client, MailConfig config) {
        this.client = client;
        this.config = config;
    }

    /** Completes when the next server has taken the mail, with what there is to say about it. */
    Uni<String> send(Letter letter) {
        return attached(letter.attachments())
                .map(files -> message(letter, files))
                .chain(message -> Uni.createFrom()
                        .completionStage(() -> client.sendMail(message).toCompletionStage()))
                .map(sent -> "%s, taken by %s".formatted(letter.recipient(), config.host()))
                .onFailure()
                .transform(fault -> failure(letter, fault));
    }

    static RuntimeException failure(Letter letter, Throwable fault) {
        String words = "%s: %s".formatted(letter.recipient(), words(fault));
        return fault instanceof SMTPException refused && refused.isPermanent()
                ? new FinalFailure(words, fault)
                : new Undelivered(words, fault);
    }

    /** What the server said, if it said anything. */
    private static String words(Throwable fault) {
        return fault instanceof SMTPException refused && refused.getReplyMessages() != null
                ? String.join(" ", refused.getReplyMessages())
                : String.valueOf(fault.getMessage());
    }

    private MailMessage message(Letter letter, List<MailAttachment> files) {
        MailMessage message = new MailMessage(config.from(), letter.recipient(), letter.subject(), letter.text());
        message.addHeader("Message-ID", letter.messageId());
        if (letter.conversation() != null) {
            message.addHeader("References", letter.conversation());
        }
        message.addHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no answering machine is to answer
        if (!files.isEmpty()) {
            message.setAttachment(files);
        }
        return message;
    }

    private static Uni<List<MailAttachment>> attached(List<Attachment> attachments) {
        return attachments.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(attachments.stream().map(Smtp::attached).toList())
                        .andFailFast();
    }

    private static Uni<MailAttachment> attached(Attachment attachment) {
        return attachment
                .bytes()
                .get()
                .map(bytes -> MailAttachment.create()
                        .setName(attachment.name().replaceAll("[\\p{Cntrl}\"\\\\/]", "_"))
                        .setContentType(attachment.mediaType())
                        .setDisposition("attachment")
                        .setData(Buffer.buffer(bytes)));
    }

    /** It may be taken later. */
    static final class Undelivered extends RuntimeException {
        Undelivered(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
