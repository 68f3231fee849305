package dev.fieldservice.ticket;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A mail as somebody's program writes it, byte by byte. */
public final class EMail {

    private static final String BOUNDARY = "=_frontiera";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> parts = new ArrayList<>();
    private String text = "";

    public static EMail from(String sender, String subject, String text) {
        var mail = new EMail();
        mail.headers.put("Message-ID", "<" + UUID.randomUUID() + "@client.example>");
        mail.headers.put("Date", "Mon, 2 Mar 2026 09:15:00 +0200");
        mail.headers.put("From", sender);
        mail.headers.put("To", "service@fieldservice.example");
        mail.headers.put("Subject", encoded(subject));
        mail.text = text;
        return mail;
    }

    public EMail with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public EMail enclosing(String name, String type, byte[] content) {
        parts.add(
                "Content-Type: %s; name=\"%s\"\r\nContent-Disposition: attachment; filename=\"%s\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n"
                        .formatted(
                                type,
                                encoded(name),
                                encoded(name),
                                Base64.getMimeEncoder().encodeToString(content)));
        return this;
    }

    public String id() {
        return headers.get("Message-ID");
    }

    public byte[] bytes() {
        var mail = new StringBuilder();
        headers.forEach(
                (name, value) -> mail.append(name).append(": ").append(value).append("\r\n"));
        String body = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        String written =
                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body + "\r\n";
        if (!headers.containsKey("MIME-Version")) {
            mail.append("MIME-Version: 1.0\r\n");
        }
        if (parts.isEmpty()) {
            mail.append(written);
        } else {
            mail.append("Content-Type: multipart/mixed; boundary=\"")
                    .append(BOUNDARY)
                    .append("\"\r\n\r\n");
            mail.append("--").append(BOUNDARY).append("\r\n").append(written);
            parts.forEach(
                    part -> mail.append("--").append(BOUNDARY).append("\r\n").append(part));
            mail.append("--").append(BOUNDARY).append("--\r\n");
        }
        return mail.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes one after the other, for what no program would write. */
    public static byte[] raw(Object... pieces) {
        var bytes = new ByteArrayOutputStream();
        for (Object piece : pieces) {
            bytes.writeBytes(
                    piece instanceof byte[] some ? some : piece.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    private static String encoded(String text) {
        return text.chars().allMatch(c -> c < 0x80)
                ? text
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
