package dev.fieldservice.platform.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Pictures whose four quarters have a colour each: red and green above, blue and white below. */
final class Drawn {

    private Drawn() {}

    static byte[] jpeg(int width, int height, boolean isProgressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(isProgressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(quarters(width, height), null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** As a camera writes it that was held so. */
    static byte[] held(int orientation, byte[] jpeg) {
        byte[] exif = segment(
                0xe1,
                "Exif\0\0".getBytes(StandardCharsets.US_ASCII),
                heldSo(orientation),
                "44.4268 N 26.1025 E".getBytes(StandardCharsets.US_ASCII));
        return joined(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] heldSo(int orientation) {
        return new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0};
    }

    /** As a camera writes it that knows when, how far from UTC, and that it is at 44° 30' north and 26° 15' west. */
    static byte[] taken(String when, String offset, byte[] jpeg) {
        byte[] exif = segment(0xe1, "Exif\0\0".getBytes(StandardCharsets.US_ASCII), takenSo(when, offset));
        return joined(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] takenSo(String when, String offset) {
        ByteBuffer tiff = ByteBuffer.allocate(256);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x8769, 4, 1, 38);
        entry(tiff, 0x8825, 4, 1, 68);
        tiff.putInt(0).position(38);
        tiff.putShort((short) 2);
        entry(tiff, 0x9003, 2, 20, 122);
        entry(tiff, 0x9011, 2, 7, 142);
        tiff.putInt(0).position(68);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, 150);
        entry(tiff, 3, 2, 2, 'W' << 24);
        entry(tiff, 4, 5, 3, 174);
        tiff.putInt(0).position(122);
        tiff.put(when.getBytes(StandardCharsets.US_ASCII)).position(142);
        tiff.put(offset.getBytes(StandardCharsets.US_ASCII)).position(150);
        for (int number : new int[] {44, 1, 30, 1, 0, 1, 26, 1, 15, 1, 0, 1}) {
            tiff.putInt(number);
        }
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static byte[] segment(int marker, byte[]... content) {
        byte[] all = joined(content);
        int length = all.length + 2;
        return joined(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length}, all);
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The colours of its corners, row by row. */
    static String corners(byte[] picture) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
        int right = read.getWidth() - 4;
        int bottom = read.getHeight() - 4;
        return colour(read, 3, 3) + colour(read, right, 3) + "/" + colour(read, 3, bottom)
                + colour(read, right, bottom);
    }

    private static String colour(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        boolean isRed = colour.getRed() > 128;
        boolean isGreen = colour.getGreen() > 128;
        boolean isBlue = colour.getBlue() > 128;
        return isRed && isGreen && isBlue ? "W" : isRed ? "R" : isGreen ? "G" : isBlue ? "B" : "?";
    }

    private static BufferedImage quarters(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        quarter(pen, Color.RED, 0, 0, width, height);
        quarter(pen, Color.GREEN, width / 2, 0, width, height);
        quarter(pen, Color.BLUE, 0, height / 2, width, height);
        quarter(pen, Color.WHITE, width / 2, height / 2, width, height);
        pen.dispose();
        return picture;
    }

    private static void quarter(Graphics2D pen, Color colour, int x, int y, int width, int height) {
        pen.setColor(colour);
        pen.fillRect(x, y, width - x, height - y);
    }
}
