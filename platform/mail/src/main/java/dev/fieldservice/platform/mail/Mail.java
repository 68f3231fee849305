package dev.fieldservice.platform.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A mail that is to be written.
 *
 * @param id makes the {@code Message-ID}, the same on every attempt, so that the receiving side can tell a repetition
 * @param purpose the name of a {@link MailPurpose}
 * @param languages of the recipient, or of the company if nothing is known of that: one text below the other, each in which there
 *     are texts; in those for anybody if none is known
 * @param recipient one that {@link MailAddress} lets through
 * @param model what the texts may speak of, as the example of the purpose has it; they also know {@code locale}
 */
public record Mail(
        UUID id,
        String purpose,
        List<String> languages,
        String recipient,
        Map<String, Object> model,
        List<Attachment> attachments) {}
