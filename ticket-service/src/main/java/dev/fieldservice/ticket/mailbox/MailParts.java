package dev.fieldservice.ticket.mailbox;

import dev.fieldservice.ticket.mailbox.ReadMail.LeftOut;
import dev.fieldservice.ticket.mailbox.ReadMail.MailFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.SharedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of a mail: what was written, and what came along. A part that is broken costs no other. */
final class MailParts {

    static final int MOST_FILES = 50;
    static final int MOST_DEPTH = 20;
    private static final int MOST_PARTS = 1000;

    /** Of all parts together, of each of the two kinds. */
    private static final int MOST_TEXT = 1 << 20;

    /** Of all mails together that are enclosed in this one. */
    private static final int MOST_OF_HEADS = 1 << 17;

    private static final int MOST_LETTERS = 100_000;
    private static final int LONGEST_NAME = 100;

    /** What is smaller is the logo below somebody's name. */
    private static final int DECORATION = 10 * 1024;

    private final Session session;
    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<MailFile> files = new ArrayList<>();
    private final List<LeftOut> left = new ArrayList<>();
    private int plainLeft = MOST_TEXT;
    private int htmlLeft = MOST_TEXT;
    private long headsLeft = MOST_OF_HEADS;
    private int parts;

    MailParts(Session session) {
        this.session = session;
    }

    List<MailFile> files() {
        return List.copyOf(files);
    }

    List<LeftOut> left() {
        return List.copyOf(left);
    }

    String text() {
        String written = plain.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
        String seen = written.isBlank() ? html.stream().map(HtmlText::of).collect(Collectors.joining("\n\n")) : written;
        return SafeText.lines(seen, MOST_LETTERS);
    }

    void read(MimePart part, int depth) {
        parts++;
        if (parts > MOST_PARTS || depth > MOST_DEPTH) {
            leaveOut("part " + parts, "too-many-parts");
            return;
        }
        try {
            String type = type(part.getContentType());
            if (type.startsWith("multipart/")) {
                readAll(part, depth);
            } else if (type.equals("message/rfc822") && part.getInputStream() instanceof SharedInputStream) {
                readEnclosed(part, depth);
            } else if (isWritten(part, type)) {
                write(part, type);
            } else {
                enclose(part, type);
            }
        } catch (MessagingException | IOException | RuntimeException broken) {
            leaveOut(name(part), "unreadable");
        }
    }

    private void readAll(MimePart part, int depth) throws MessagingException, IOException {
        var inside = new MimeMultipart(new MimePartDataSource(part));
        int count = count(inside);
        if (count == 0) {
            write(part, "text/plain"); // no boundary stands where one was announced
        }
        for (int i = 0; i < count && parts <= MOST_PARTS; i++) {
            read((MimePart) inside.getBodyPart(i), depth + 1);
        }
    }

    private void readEnclosed(MimePart part, int depth) throws MessagingException, IOException {
        try (InputStream mail = part.getInputStream()) {
            headsLeft -= MailScan.headOf(mail, headsLeft);
        }
        if (headsLeft < 0) {
            leaveOut(name(part), "unreadable");
        } else {
            read(new MimeMessage(session, part.getInputStream()), depth + 1);
        }
    }

    private static int count(MimeMultipart inside) {
        try {
            return inside.getCount();
        } catch (MessagingException broken) {
            return 0;
        }
    }

    private static boolean isWritten(MimePart part, String type) throws MessagingException {
        boolean isFile = Part.ATTACHMENT.equalsIgnoreCase(disposition(part))
                || name(part).isPresent();
        return !isFile && (type.equals("text/plain") || type.equals("text/html"));
    }

    private void write(MimePart part, String type) throws MessagingException, IOException {
        boolean isHtml = type.equals("text/html");
        byte[] bytes;
        try (InputStream content = part.getInputStream()) {
            bytes = content.readNBytes(isHtml ? htmlLeft : plainLeft);
        }
        if (isHtml) {
            htmlLeft -= bytes.length;
            html.add(Letters.ofHtml(bytes, charset(part)));
        } else {
            plainLeft -= bytes.length;
            plain.add(Letters.of(bytes, charset(part)));
        }
    }

    private void enclose(MimePart part, String type) throws MessagingException, IOException {
        if (type.startsWith("image/") && part.getContentID() != null && isDecoration(part)) {
            leaveOut(name(part), "decoration");
        } else if (files.size() >= MOST_FILES) {
            leaveOut(name(part), "too-many-files");
        } else {
            String name = name(part).orElse("attachment " + (files.size() + 1));
            files.add(new MailFile(name, () -> opened(part)));
        }
    }

    private static boolean isDecoration(MimePart part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readNBytes(DECORATION).length < DECORATION;
        }
    }

    private static InputStream opened(MimePart part) throws IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException broken) {
            throw new IOException(broken);
        }
    }

    private void leaveOut(Optional<String> name, String reason) {
        leaveOut(name.orElse("part " + parts), reason);
    }

    /** Not more of them than anybody would read. */
    private void leaveOut(String name, String reason) {
        if (left.size() < 2 * MOST_FILES) {
            left.add(new LeftOut(name, reason));
        }
    }

    /** What cannot be read as a type is text (RFC 2045, 5.2). */
    static String type(String raw) {
        int end = raw.indexOf(';');
        return (end < 0 ? raw : raw.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static String charset(MimePart part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getParameter("charset");
        } catch (MessagingException broken) {
            return null;
        }
    }

    private static String disposition(MimePart part) {
        try {
            return part.getDisposition();
        } catch (MessagingException broken) {
            return null;
        }
    }

    private static Optional<String> name(MimePart part) {
        try {
            return Optional.ofNullable(part.getFileName())
                    .map(Letters::ofHeader)
                    .map(name -> name.replaceAll(".*[/\\\\]", ""))
                    .map(name -> SafeText.line(name, LONGEST_NAME))
                    .filter(name -> !name.isEmpty());
        } catch (MessagingException | RuntimeException broken) {
            return Optional.empty();
        }
    }
}
