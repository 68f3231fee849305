package dev.fieldservice.platform.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of EXIF that is understood: how the camera was held. */
final class Exif {

    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    /** 1 to 8; 1 where it does not say, or cannot be read. @param tiff what follows the letters "Exif" */
    static int orientation(byte[] tiff) {
        if (tiff.length < 8) {
            return UPRIGHT;
        }
        ByteBuffer fields = ByteBuffer.wrap(tiff);
        fields.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(fields.getInt(4));
        if (directory + 2 > tiff.length) {
            return UPRIGHT;
        }
        int at = (int) directory + 2;
        for (int left = Short.toUnsignedInt(fields.getShort((int) directory)); left > 0; left--) {
            if (at + ENTRY > tiff.length) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(fields.getShort(at)) == ORIENTATION && fields.getShort(at + 2) == SHORT) {
                int orientation = fields.getShort(at + 8);
                return orientation >= UPRIGHT && orientation <= LAST ? orientation : UPRIGHT;
            }
            at += ENTRY;
        }
        return UPRIGHT;
    }
}
