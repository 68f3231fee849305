package dev.fieldservice.platform.pictures;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the container of a HEIC (ISO/IEC 23008-12, boxes of ISO/IEC 14496-12) for its size, and copies it as it came, with all that
 * the camera put in: nothing here decodes it. It is held to be boxes from its beginning to its end, so that nothing follows them.
 * Blocks, and takes as much memory as its description has bytes, a mebibyte at most.
 */
@CheckReturnValue
public final class Heic {

    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    private static final int MOST_DESCRIPTION = 1 << 20;
    private static final int PIECE = 64 * 1024;
    private static final String FIRST = "ftyp";
    private static final String DESCRIPTION = "meta";
    private static final Set<String> TAKEN = Set.of(FIRST, DESCRIPTION, "mdat", "idat", "free", "skip", "uuid");
    private static final Set<String> BRANDS = Set.of("heic", "heix", "heim", "heis");

    private final DataInputStream sent;
    private final OutputStream kept;
    private final PictureLimits limits;
    private long copied;
    private HeicDescription description;

    private Heic(InputStream sent, OutputStream kept, PictureLimits limits) {
        this.sent = new DataInputStream(sent);
        this.kept = kept;
        this.limits = limits;
    }

    /** Whether a file is one that begins so. @param head its first 12 bytes */
    public static boolean begins(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith(FIRST, 4) && text.length() >= 12 && BRANDS.contains(text.substring(8, 12));
    }

    /** @throws UnfitPicture when it is not taken; what was written until then is of no use */
    public static PictureSize copy(InputStream sent, OutputStream kept, PictureLimits limits) throws IOException {
        try {
            return new Heic(sent, kept, limits).copy();
        } catch (EOFException | BufferUnderflowException | IndexOutOfBoundsException cut) {
            throw UnfitPicture.unreadable("The image ends too early.");
        }
    }

    private PictureSize copy() throws IOException {
        String expected = FIRST;
        for (int first = sent.read(); first >= 0; first = sent.read()) {
            box(first, expected);
            expected = null;
        }
        if (description == null) {
            throw UnfitPicture.unreadable("The image has no description.");
        }
        PictureSize size = description.size();
        limits.require(size.width(), size.height());
        return size;
    }

    private void box(int first, String expected) throws IOException {
        byte[] rest = new byte[HEADER - 1];
        sent.readFully(rest);
        ByteBuffer header =
                ByteBuffer.allocate(HEADER).put((byte) first).put(rest).flip();
        long length = Integer.toUnsignedLong(header.getInt());
        String type = name(header);
        if (!TAKEN.contains(type) || expected != null && !type.equals(expected)) {
            throw UnfitPicture.unreadable("The image is damaged, or something else follows it.");
        }
        write(header.array());
        if (length == 1) {
            long whole = sent.readLong();
            write(ByteBuffer.allocate(Long.BYTES).putLong(whole).array());
            content(type, whole - LONG_HEADER);
        } else {
            content(type, length - HEADER);
        }
    }

    private void content(String type, long length) throws IOException {
        if (length < 0 || length > limits.bytes()) {
            throw UnfitPicture.unreadable("The image is damaged.");
        }
        if (!type.equals(DESCRIPTION)) {
            pass(length);
            return;
        }
        if (description != null || length > MOST_DESCRIPTION) {
            throw UnfitPicture.unreadable("The description of the image is damaged.");
        }
        byte[] content = new byte[Math.toIntExact(length)];
        sent.readFully(content);
        description = HeicDescription.read(ByteBuffer.wrap(content));
        write(content);
    }

    private void pass(long length) throws IOException {
        for (long left = length; left > 0; left -= Math.min(left, PIECE)) {
            byte[] piece = new byte[(int) Math.min(left, PIECE)];
            sent.readFully(piece);
            write(piece);
        }
    }

    private void write(byte[] bytes) throws IOException {
        copied += bytes.length;
        limits.requireBytes(copied);
        kept.write(bytes);
    }

    static String name(ByteBuffer from) {
        byte[] name = new byte[4];
        from.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** The boxes within another. */
    static List<Box> within(ByteBuffer content) throws UnfitPicture {
        List<Box> boxes = new ArrayList<>();
        while (content.hasRemaining()) {
            long length = Integer.toUnsignedLong(content.getInt()) - HEADER;
            String type = name(content);
            if (length < 0 || length > content.remaining()) {
                throw UnfitPicture.unreadable("The description of the image is damaged.");
            }
            boxes.add(new Box(type, content.slice(content.position(), (int) length)));
            content.position(content.position() + (int) length);
        }
        return boxes;
    }

    record Box(String type, ByteBuffer content) {}
}
