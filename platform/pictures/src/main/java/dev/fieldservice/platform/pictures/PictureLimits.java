package dev.fieldservice.platform.pictures;

import dev.fieldservice.platform.pictures.UnfitPicture.Fault;

/**
 * How large a picture may be.
 *
 * @param bytes as it was sent
 * @param side pixels of the width, and of the height
 * @param pixels width × height
 * @param unfolded bytes that its pixels unfold to: what it takes to read a PNG, however little was sent
 */
public record PictureLimits(long bytes, int side, long pixels, long unfolded) {

    /** Whatever so many pixels unfold to. */
    public PictureLimits(long bytes, int side, long pixels) {
        this(bytes, side, pixels, Long.MAX_VALUE);
    }

    void require(long width, long height) throws UnfitPicture {
        if (width > side || height > side) {
            throw new UnfitPicture(Fault.TOO_LARGE, "At most %d × %d pixels are taken.".formatted(side, side));
        }
        if (width * height > pixels) {
            throw new UnfitPicture(Fault.TOO_LARGE, "At most %d pixels are taken.".formatted(pixels));
        }
    }

    void requireUnfolded(long wanted) throws UnfitPicture {
        if (wanted > unfolded) {
            throw new UnfitPicture(
                    Fault.TOO_LARGE, "The pixels take %d bytes, at most %d are taken.".formatted(wanted, unfolded));
        }
    }

    void requireBytes(long sent) throws UnfitPicture {
        if (sent > bytes) {
            throw new UnfitPicture(Fault.TOO_LARGE, "At most %d bytes are taken.".formatted(bytes));
        }
    }
}
