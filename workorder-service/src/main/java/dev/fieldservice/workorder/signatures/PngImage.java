package dev.fieldservice.workorder.signatures;

import dev.fieldservice.platform.pictures.PictureLimits;
import dev.fieldservice.platform.pictures.Png;
import dev.fieldservice.platform.pictures.UnfitPicture;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import java.util.Base64;

/** The picture of a signature: what is kept has the pixels that were sent, and nothing that came with them. Blocks. */
final class PngImage {

    private static final int SIDE = 2000;
    private static final int UNFOLDED = 8 << 20;
    private static final PictureLimits LIMITS = new PictureLimits(256 * 1024, SIDE, SIDE * SIDE, UNFOLDED);

    private PngImage() {}

    /** The bytes to keep; refused with 422 if it is no sound PNG, or too large. */
    static byte[] decoded(String base64) {
        try {
            return Png.anew(bytes(base64), LIMITS);
        } catch (UnfitPicture unfit) {
            throw switch (unfit.fault()) {
                case UNREADABLE -> refused("not-a-png", unfit.getMessage());
                case TOO_LARGE -> refused("image-too-large", unfit.getMessage());
            };
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\r?\\n", ""));
        } catch (IllegalArgumentException notBase64) {
            throw refused("not-a-png", "The image is not base64.");
        }
    }

    private static Refused refused(String code, String detail) {
        return Refusal.RuleViolated.at("/image", code, detail);
    }
}
