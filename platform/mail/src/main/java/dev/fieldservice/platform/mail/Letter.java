package dev.fieldservice.platform.mail;

import java.util.List;

/** A mail as it will be sent. */
record Letter(String messageId, String recipient, String subject, String text, List<Attachment> attachments) {}
