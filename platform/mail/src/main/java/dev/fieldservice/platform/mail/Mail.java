package dev.fieldservice.platform.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A mail that is to be written.
 *
 * @param id makes the {@code Message-ID}, the same on every attempt, so that the receiving side can tell a repetition
 * @param purpose names the templates: {@code templates/mail/<purpose>.<language>.txt}
 * @param languages of the recipient, or of the company if nothing is known of that: one text below the other, each in which there
 *     are templates; all that there are if none is known
 * @param recipient one that {@link MailAddress} lets through
 * @param model what the templates speak of; they also know {@code locale}
 */
public record Mail(
        UUID id,
        String purpose,
        List<String> languages,
        String recipient,
        Map<String, Object> model,
        List<Attachment> attachments) {}
