package dev.fieldservice.platform.pictures;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the container of a WebP (RFC 9649) and writes it anew, with its pixels as they came and nothing else: what is compressed is
 * not decoded, and neither turned. No moving pictures. Blocks, and takes as much memory as the picture has bytes.
 */
@CheckReturnValue
public final class WebP {

    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String EXTENDED = "VP8X";
    private static final String ALPHA = "ALPH";
    private static final int ALPHA_FLAG = 0x10;
    private static final int HEADER = 10;

    private final DataInputStream sent;
    private final PictureLimits limits;
    private long left;
    private byte[] canvas = new byte[0];
    private byte[] alpha = new byte[0];
    private byte[] pixels = new byte[0];
    private String kind = "";

    private WebP(InputStream sent, PictureLimits limits) {
        this.sent = new DataInputStream(sent);
        this.limits = limits;
    }

    /** @throws UnfitPicture when it is not taken; what was written until then is of no use */
    public static PictureSize copy(InputStream sent, OutputStream kept, PictureLimits limits) throws IOException {
        try {
            WebP picture = new WebP(sent, limits);
            PictureSize size = picture.read();
            picture.write(kept);
            return size;
        } catch (EOFException cut) {
            throw UnfitPicture.unreadable("The image ends too early.");
        }
    }

    private PictureSize read() throws IOException {
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
        PictureSize size = kind.equals(LOSSY) ? lossy() : lossless();
        limits.require(size.width(), size.height());
        if (canvas.length > 0 && !size.equals(canvasSize())) {
            throw UnfitPicture.unreadable("The image is of another size than its canvas.");
        }
        return size;
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
                requireNone(kind.isEmpty(), type);
                kind = type;
                pixels = content(length);
            }
            case EXTENDED -> {
                requireNone(kind.isEmpty() && canvas.length == 0 && length == HEADER, type);
                canvas = content(length);
            }
            case ALPHA -> {
                requireNone(kind.isEmpty() && alpha.length == 0 && length > 0, type);
                alpha = content(length);
            }
            case "ANIM", "ANMF" -> throw UnfitPicture.unreadable("Moving pictures are not taken.");
            default -> sent.skipNBytes(length);
        }
        sent.skipNBytes(length % 2);
    }

    private static void requireNone(boolean isInPlace, String type) throws UnfitPicture {
        if (!isInPlace) {
            throw UnfitPicture.unreadable("The image is damaged at " + type.strip() + ".");
        }
    }

    /** RFC 6386, 9.1. */
    private PictureSize lossy() throws UnfitPicture {
        boolean isKey = pixels.length > HEADER
                && (pixels[0] & 1) == 0
                && pixels[3] == (byte) 0x9d
                && pixels[4] == 1
                && pixels[5] == 0x2a;
        int first = isKey ? (number(pixels, 0, 3) >> 5) : 0;
        if (!isKey || first > pixels.length - HEADER) {
            throw UnfitPicture.unreadable("The pixels of the image are damaged.");
        }
        return size(number(pixels, 6, 2) & 0x3fff, number(pixels, 8, 2) & 0x3fff);
    }

    /** RFC 9649, 3.4. */
    private PictureSize lossless() throws UnfitPicture {
        if (pixels.length < 6 || pixels[0] != 0x2f || (pixels[4] & 0xe0) != 0) {
            throw UnfitPicture.unreadable("The pixels of the image are damaged.");
        }
        int fields = number(pixels, 1, 4);
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

    private void write(OutputStream kept) throws IOException {
        var chunks = new ByteArrayOutputStream();
        boolean hasAlpha = kind.equals(LOSSY) && canvas.length > 0 && alpha.length > 0;
        if (hasAlpha) {
            canvas[0] = ALPHA_FLAG;
            append(chunks, EXTENDED, canvas);
            append(chunks, ALPHA, alpha);
        }
        append(chunks, kind, pixels);
        kept.write("RIFF".getBytes(StandardCharsets.US_ASCII));
        kept.write(number(chunks.size() + 4));
        kept.write("WEBP".getBytes(StandardCharsets.US_ASCII));
        chunks.writeTo(kept);
    }

    private static void append(ByteArrayOutputStream to, String type, byte[] content) {
        to.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        to.writeBytes(number(content.length));
        to.writeBytes(content);
        if (content.length % 2 == 1) {
            to.write(0);
        }
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

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
