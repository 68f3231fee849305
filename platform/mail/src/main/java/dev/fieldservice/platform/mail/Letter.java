package dev.fieldservice.platform.mail;

import java.util.List;

/**
 * A mail as it will be sent.
 *
 * @param conversation an id that stands in all mails about the same thing, and that answers to them name; null if there is none
 */
record Letter(
        String messageId,
        String conversation,
        String recipient,
        String subject,
        String text,
        List<Attachment> attachments) {}
