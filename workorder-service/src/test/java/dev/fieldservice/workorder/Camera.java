package dev.fieldservice.workorder;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Takes the photos of all tests, red above and blue below, and makes what pretends to be one. */
final class Camera {

    static final String JPEG = "image/jpeg";
    private static final byte[] PAGE = bytes("<html><script>alert(document.cookie)</script></html>");

    private Camera() {}

    static byte[] jpeg(int width, int height) {
        return drawn("jpeg", width, height);
    }

    static byte[] png(int width, int height) {
        return drawn("png", width, height);
    }

    /** Nothing makes it smaller. */
    static byte[] noise(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        new Random(20261129).nextBytes(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        return written("jpeg", picture);
    }

    /** 1 × 1 pixel. */
    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }

    /** As phones write it, but for its pixels. */
    static byte[] heic(int width, int height) {
        byte[] full = new byte[4];
        byte[] extent = box("ispe", full, number(width), number(height));
        byte[] whose = box("ipma", full, number(1), new byte[] {0, 1, 1, 1});
        byte[] meta = box("meta", full, box("pitm", full, new byte[] {0, 1}), box("iprp", box("ipco", extent), whose));
        return joined(box("ftyp", bytes("heic\0\0\0\0mif1heic")), meta, box("mdat", bytes("pixels")));
    }

    private static byte[] box(String type, byte[]... content) {
        byte[] all = joined(content);
        return joined(number(all.length + 8), bytes(type), all);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    static byte[] pdf(String text) {
        return bytes("%PDF-1.4\n1 0 obj << /Title (" + text
                + ") >> endobj\ntrailer << /Info 1 0 R >>\nstartxref\n9\n%%EOF\n");
    }

    /** As a phone writes it that was turned to the left, with the place where it was. */
    static byte[] turned(byte[] jpeg) {
        byte[] tiff = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0};
        byte[] exif = joined(bytes("Exif\0\0"), tiff, bytes("GPS 44.4268 N 26.1025 E"));
        int length = exif.length + 2;
        return joined(
                Arrays.copyOf(jpeg, 2),
                new byte[] {-1, (byte) 0xe1, (byte) (length >> 8), (byte) length},
                exif,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] withAPageBehindItsEnd(byte[] file) {
        return joined(file, PAGE);
    }

    /** Whatever their names or media types say, they are none of the kinds that are taken. */
    static Map<String, byte[]> disguised() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "a drawing with a script",
                bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"));
        files.put("a page", PAGE);
        files.put("another format", drawn("gif", 8, 8));
        files.put("an archive", bytes("PK\u0003\u0004run-me"));
        files.put("a program", bytes("\u007fELF and so on"));
        files.put("a page that mentions PDF", bytes("<html>%PDF-1.4"));
        files.put("a byte", new byte[] {-1});
        files.put("sound", bytes("RIFF\u0010\u0000\u0000\u0000WAVEfmt "));
        return files;
    }

    /** They begin like one of the kinds that are taken. */
    static Map<String, byte[]> damaged() {
        byte[] photo = jpeg(64, 48);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("half a photo", Arrays.copyOf(photo, photo.length / 2));
        files.put("a photo without its end", Arrays.copyOf(photo, photo.length - 2));
        files.put("a page behind the beginning of a photo", joined(Arrays.copyOf(photo, 3), PAGE));
        files.put("half a WebP", Arrays.copyOf(webp(), 30));
        files.put("a page behind a WebP", joined(webp(), PAGE));
        files.put("half a HEIC", Arrays.copyOf(heic(30, 40), 60));
        files.put("a page behind a HEIC", joined(heic(30, 40), PAGE));
        files.put("half a document", Arrays.copyOf(pdf("x"), 40));
        files.put("a page behind the beginning of a document", joined(bytes("%PDF-1.4\n"), PAGE));
        files.put("a page behind the end of a document", joined(pdf("x"), PAGE));
        files.put("an archive behind the end of a document", joined(pdf("x"), bytes("PK\u0003\u0004run-me")));
        files.put("an end that is no document's behind a page", joined(bytes("%PDF-1.4\n"), PAGE, bytes("%%EOF\n")));
        return files;
    }

    /** 65,000 × 65,000 pixels, as it says. */
    static byte[] enormous() {
        byte[] photo = jpeg(64, 48);
        int frame = 0;
        while (photo[frame] != -1 || photo[frame + 1] != (byte) 0xc0) {
            frame++;
        }
        byte[] size = {(byte) 0xfd, (byte) 0xe8, (byte) 0xfd, (byte) 0xe8};
        System.arraycopy(size, 0, photo, frame + 5, size.length);
        return photo;
    }

    static BufferedImage seen(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] drawn(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height / 2);
        pen.setColor(Color.BLUE);
        pen.fillRect(0, height / 2, width, height);
        pen.dispose();
        return written(format, picture);
    }

    private static byte[] written(String format, BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalStateException("nobody writes " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
