package dev.fieldservice.platform.pictures;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Reads a PNG chunk by chunk. Never holds more of one than it is asked for, and checks each against its checksum. */
final class PngChunks {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    static final String HEADER = "IHDR";
    static final String PALETTE = "PLTE";
    static final String TRANSPARENCY = "tRNS";
    static final String PIXELS = "IDAT";
    static final String END = "IEND";

    private final CRC32 checksum = new CRC32();
    private final DataInputStream sent;
    private final DataInputStream counted;
    private final byte[] piece = new byte[4096];
    private String type = "";
    private int left;

    PngChunks(InputStream sent) throws IOException {
        this.sent = new DataInputStream(sent);
        this.counted = new DataInputStream(new CheckedInputStream(sent, checksum));
        if (!Arrays.equals(this.sent.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw UnfitPicture.unreadable("The image is no PNG.");
        }
    }

    /** The type of the chunk that begins here; what is left of the one before is passed over. */
    String next() throws IOException {
        if (!type.isEmpty()) {
            finish();
        }
        left = sent.readInt();
        checksum.reset();
        type = new String(counted.readNBytes(4), StandardCharsets.ISO_8859_1);
        if (left < 0 || !type.matches("[A-Za-z]{4}")) {
            throw UnfitPicture.unreadable("The image is damaged.");
        }
        return type;
    }

    /** A chunk that nobody may pass over who does not know it. */
    boolean isCritical() {
        return Character.isUpperCase(type.charAt(0));
    }

    byte[] content(int most) throws IOException {
        if (left > most) {
            throw UnfitPicture.unreadable("The image is damaged at " + type + ".");
        }
        byte[] content = new byte[left];
        counted.readFully(content);
        left = 0;
        return content;
    }

    /** The contents of this and all following chunks of pixels as one. */
    InputStream pixels() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                while (left == 0 && type.equals(PIXELS)) {
                    var _ = next();
                }
                if (!type.equals(PIXELS)) {
                    return -1;
                }
                int read = counted.read(to, offset, Math.min(length, left));
                if (read < 0) {
                    throw UnfitPicture.unreadable("The image ends too early.");
                }
                left -= read;
                return read;
            }
        };
    }

    /** Which chunk the reader stands in. */
    String type() {
        return type;
    }

    void requireEnd() throws IOException {
        if (left > 0) {
            throw UnfitPicture.unreadable("The image is damaged at its end.");
        }
        finish();
        if (sent.read() >= 0) {
            throw UnfitPicture.unreadable("Something else follows the image.");
        }
    }

    private void finish() throws IOException {
        while (left > 0) {
            int read = counted.read(piece, 0, Math.min(piece.length, left));
            if (read < 0) {
                throw UnfitPicture.unreadable("The image ends too early.");
            }
            left -= read;
        }
        int expected = (int) checksum.getValue();
        if (sent.readInt() != expected) {
            throw UnfitPicture.unreadable("The image is damaged at " + type + ".");
        }
    }
}
