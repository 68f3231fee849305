package dev.fieldservice.platform.pictures;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes the chunks of a PNG. */
final class PngWriter {

    private static final int PIECE = 32 * 1024;

    private final DataOutputStream out;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);

    PngWriter(OutputStream out) throws IOException {
        this.out = new DataOutputStream(out);
        this.out.write(PngChunks.SIGNATURE);
    }

    void chunk(String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }

    /** Takes compressed pixels and writes a chunk whenever there is enough for one. */
    OutputStream pixels() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                piece.write(from, offset, length);
                if (piece.size() >= PIECE) {
                    endPixels();
                }
            }
        };
    }

    void endPixels() throws IOException {
        if (piece.size() > 0) {
            chunk(PngChunks.PIXELS, piece.toByteArray());
            piece.reset();
        }
    }
}
