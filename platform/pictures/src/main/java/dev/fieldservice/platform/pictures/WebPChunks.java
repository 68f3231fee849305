package dev.fieldservice.platform.pictures;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The container of a WebP (RFC 9649, 2), read within limits before anything is decoded. No moving pictures. Takes as much memory as
 * the picture has bytes.
 */
final class WebPChunks {

    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String EXTENDED = "VP8X";
    private static final String ALPHA = "ALPH";
    private static final String EXIF = "EXIF";
    private static final byte[] EXIF_LETTERS = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_EXIF = 64 * 1024;
    private static final int HEADER = 10;

    /** Where the pixels begin in a WebP that has nothing else. */
    static final int BEFORE = 20;

    /** Nothing: encoders leave out what is nought at the end. */
    private static final int BEHIND = 8;

    private final DataInputStream sent;
    private long left;
    private byte[] canvas = new byte[0];
    private byte[] alpha = new byte[0];
    private byte[] exif = new byte[0];
    private byte[] plain = new byte[0];
    private int end;
    private String kind = "";
    private PictureSize size;

    private WebPChunks(InputStream sent) {
        this.sent = new DataInputStream(sent);
    }

    static WebPChunks read(InputStream sent, PictureLimits limits) throws IOException {
        var chunks = new WebPChunks(sent);
        chunks.read(limits);
        return chunks;
    }

    private void read(PictureLimits limits) throws IOException {
        String riff = name();
        left = length();
        String webp = name();
        left -= 4;
        if (!riff.equals("RIFF") || !webp.equals("WEBP")) {
            throw UnfitPicture.unreadable("The image is no WebP.");
        }
        limits.requireBytes(left);
        while (left > 0) {
            chunk();
        }
        if (sent.read() >= 0) {
            throw UnfitPicture.unreadable("Something else follows the image.");
        }
        if (kind.isEmpty()) {
            throw UnfitPicture.unreadable("The image has no pixels.");
        }
        size = isLossless() ? lossless() : lossy();
        limits.require(size.width(), size.height());
        if (canvas.length > 0 && !size.equals(canvasSize())) {
            throw UnfitPicture.unreadable("The image is of another size than its canvas.");
        }
    }

    private void chunk() throws IOException {
        String type = name();
        long length = length();
        left -= 8 + length + length % 2;
        if (left < 0) {
            throw UnfitPicture.unreadable("The image is damaged at " + printable(type) + ".");
        }
        switch (type) {
            case LOSSY, LOSSLESS -> {
                requireInPlace(kind.isEmpty(), type);
                kind = type;
                pixels(type, (int) length);
            }
            case EXTENDED -> {
                requireInPlace(kind.isEmpty() && canvas.length == 0 && length == HEADER, type);
                canvas = content(length);
            }
            case ALPHA -> {
                requireInPlace(kind.isEmpty() && alpha.length == 0 && length > 0, type);
                alpha = content(length);
            }
            case EXIF -> {
                exif = content(Math.min(length, MOST_EXIF));
                sent.skipNBytes(length - exif.length);
            }
            case "ANIM", "ANMF" -> throw UnfitPicture.unreadable("Moving pictures are not taken.");
            default -> sent.skipNBytes(length);
        }
        sent.skipNBytes(length % 2);
    }

    private static void requireInPlace(boolean isInPlace, String type) throws UnfitPicture {
        if (!isInPlace) {
            throw UnfitPicture.unreadable("The image is damaged at " + type.strip() + ".");
        }
    }

    private void pixels(String type, int length) throws IOException {
        plain = new byte[BEFORE + length + BEHIND];
        end = BEFORE + length;
        ByteBuffer.wrap(plain)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(plain.length - 8)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(length + BEHIND);
        sent.readFully(plain, BEFORE, length);
    }

    /** RFC 6386, 9.1. */
    private PictureSize lossy() throws UnfitPicture {
        boolean isKey = end - BEFORE > HEADER
                && (plain[BEFORE] & 1) == 0
                && plain[BEFORE + 3] == (byte) 0x9d
                && plain[BEFORE + 4] == 1
                && plain[BEFORE + 5] == 0x2a;
        int first = isKey ? (number(plain, BEFORE, 3) >> 5) : 0;
        if (!isKey || first > end - BEFORE - HEADER) {
            throw UnfitPicture.unreadable("The pixels of the image are damaged.");
        }
        return size(number(plain, BEFORE + 6, 2) & 0x3fff, number(plain, BEFORE + 8, 2) & 0x3fff);
    }

    /** RFC 9649, 3.4. */
    private PictureSize lossless() throws UnfitPicture {
        if (end - BEFORE < 6 || plain[BEFORE] != 0x2f || (plain[BEFORE + 4] & 0xe0) != 0) {
            throw UnfitPicture.unreadable("The pixels of the image are damaged.");
        }
        int fields = number(plain, BEFORE + 1, 4);
        return size((fields & 0x3fff) + 1, (fields >>> 14 & 0x3fff) + 1);
    }

    private PictureSize canvasSize() throws UnfitPicture {
        return size(number(canvas, 4, 3) + 1, number(canvas, 7, 3) + 1);
    }

    private static PictureSize size(int width, int height) throws UnfitPicture {
        if (width == 0 || height == 0) {
            throw UnfitPicture.unreadable("The image is empty.");
        }
        return new PictureSize(width, height);
    }

    PictureSize size() {
        return size;
    }

    boolean isLossless() {
        return kind.equals(LOSSLESS);
    }

    boolean hasAlpha() {
        return isLossless() ? (plain[BEFORE + 4] & 0x10) != 0 : canvas.length > 0 && alpha.length > 0;
    }

    /** Of lossy pixels. */
    byte[] alpha() {
        return alpha;
    }

    /** A WebP of the pixels alone. */
    byte[] plain() {
        return plain;
    }

    /** Where its pixels end. */
    int end() {
        return end;
    }

    /** Some programs put the letters before it that a JPEG has there. */
    Exif exif() {
        boolean isLettered = exif.length >= EXIF_LETTERS.length
                && Arrays.equals(exif, 0, EXIF_LETTERS.length, EXIF_LETTERS, 0, EXIF_LETTERS.length);
        return Exif.of(isLettered ? Arrays.copyOfRange(exif, EXIF_LETTERS.length, exif.length) : exif);
    }

    private String name() throws IOException {
        byte[] name = new byte[4];
        sent.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private long length() throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes(sent.readInt()));
    }

    private byte[] content(long length) throws IOException {
        byte[] content = new byte[Math.toIntExact(length)];
        sent.readFully(content);
        return content;
    }

    private static String printable(String type) {
        return type.replaceAll("[^ -~]", "?");
    }

    private static int number(byte[] bytes, int from, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | bytes[from + i] & 0xff;
        }
        return number;
    }
}
