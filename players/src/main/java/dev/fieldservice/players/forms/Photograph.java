package dev.fieldservice.players.forms;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;

/** What the phone's camera makes. */
public final class Photograph {

    public static final String MEDIA_TYPE = "image/jpeg";

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    /** Turned by a quarter to the right it is upright; other programs find the place where it was taken. */
    private static final byte[] EXIF = {
        'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0
    };

    private Photograph() {}

    /** No two are the same. */
    public static byte[] heldUpright() {
        var drawn = drawn();
        var out = new ByteArrayOutputStream();
        out.write(drawn, 0, 2);
        int length = 2 + 6 + EXIF.length;
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) length});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(EXIF);
        out.write(drawn, 2, drawn.length - 2);
        return out.toByteArray();
    }

    private static byte[] drawn() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        int shade = UUID.randomUUID().hashCode() & 0xffffff;
        pen.setPaint(new GradientPaint(0, 0, new Color(shade), WIDTH, HEIGHT, Color.LIGHT_GRAY));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, "jpeg", out)) {
                throw new IllegalStateException("this Java writes no JPEG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
