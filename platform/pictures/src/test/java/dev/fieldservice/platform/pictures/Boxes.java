package dev.fieldservice.platform.pictures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A HEIC as a phone writes it: a picture, its small one, and what is said of both. Its pixels are none. */
final class Boxes {

    static final byte[] BRANDS = box("ftyp", "heic\0\0\0\0mif1heic".getBytes(StandardCharsets.US_ASCII));
    static final byte[] PIXELS = box("mdat", new byte[100_000]);

    private static final byte[] FULL = new byte[4];

    private Boxes() {}

    static byte[] heic(int width, int height, int quarterTurns) {
        return Drawn.joined(BRANDS, description(width, height, quarterTurns), PIXELS);
    }

    /** Of the items 1, which is small, and 2, which is the picture. */
    static byte[] description(int width, int height, int quarterTurns) {
        return description(width, height, new byte[] {(byte) quarterTurns});
    }

    static byte[] description(int width, int height, byte[] turn) {
        byte[] properties = box("ipco", extent(320, 240), extent(width, height), box("irot", turn));
        byte[] whose = box("ipma", FULL, number(2), new byte[] {0, 1, 1, 1, 0, 2, 2, (byte) 0x82, 3});
        return box("meta", FULL, box("pitm", FULL, new byte[] {0, 2}), box("iprp", properties, whose));
    }

    static byte[] extent(int width, int height) {
        return box("ispe", FULL, number(width), number(height));
    }

    static byte[] box(String type, byte[]... content) {
        byte[] all = Drawn.joined(content);
        return Drawn.joined(number(all.length + 8), type.getBytes(StandardCharsets.US_ASCII), all);
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
