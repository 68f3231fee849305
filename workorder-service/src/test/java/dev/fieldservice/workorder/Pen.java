package dev.fieldservice.workorder;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Draws signatures. */
final class Pen {

    private Pen() {}

    static String signature(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < Math.min(width, height); x++) {
            image.setRGB(x, x, 0xFFFFFF);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", png)) {
                throw new IllegalStateException("no PNG writer");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }

    /** What is to be seen of it. */
    static int[] strokes(String base64) {
        return strokes(Base64.getDecoder().decode(base64));
    }

    static int[] strokes(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
