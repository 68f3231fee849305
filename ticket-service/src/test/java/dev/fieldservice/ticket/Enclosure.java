package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.as;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Something that comes with a request: under an id that its sender chose, so that it may be sent again. */
record Enclosure(String ticket, UUID id) {

    static final String JPEG = "image/jpeg";

    static Enclosure to(String ticket) {
        return new Enclosure(ticket, Ids.next());
    }

    Response send(Person sender, String details, byte[] file) {
        return as(sender).contentType("application/octet-stream").body(file).put(path() + "?" + details);
    }

    String path() {
        return "/v1/tickets/" + ticket + "/attachments/" + id;
    }

    static byte[] picture(int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] document(String text) {
        return ("%PDF-1.4\n1 0 obj << /Title (" + text
                        + ") >> endobj\ntrailer << /Info 1 0 R >>\nstartxref\n9\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
