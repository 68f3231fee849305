package dev.fieldservice.platform.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A mail that is to be written.
 *
 * @param id makes the {@code Message-ID}, the same on every attempt, so that the receiving side can tell a repetition
 * @param purpose names the templates: {@code templates/mail/<purpose>.<language>.txt}
 * @param languages of the recipient, one text below the other; empty for those of the company
 * @param recipient one that {@link MailAddress} lets through
 * @param model what the templates speak of; they also know {@code locale}
 */
public record Mail(
        UUID id,
        String purpose,
        List<String> languages,
        String recipient,
        Map<String, Object> model,
        List<Attachment> attachments) {

    /** In the company's languages, with nothing attached. */
    public static Mail of(UUID id, String purpose, String recipient, Map<String, Object> model) {
        return new Mail(id, purpose, List.of(), recipient, model, List.of());
    }
}
