package dev.fieldservice.platform.pictures;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Reads a PNG and writes it anew, with its pixels, its palette, its transparency and nothing else. Takes as much memory as two
 * rows of it, however much it unfolds to; what is compressed beside the pixels (texts, profiles) is never unfolded. Blocks.
 */
@CheckReturnValue
public final class Png {

    private static final int MOST_FILTER = 4;
    private static final int COLOUR_BYTES = 3;
    private static final int MOST_PALETTE = 256 * COLOUR_BYTES;

    private final PictureLimits limits;
    private final PngChunks sent;
    private final PngWriter kept;

    private Png(InputStream sent, OutputStream kept, PictureLimits limits) throws IOException {
        this.limits = limits;
        this.sent = new PngChunks(sent);
        this.kept = new PngWriter(kept);
    }

    /** The picture as it is to be kept. */
    public static byte[] anew(byte[] sent, PictureLimits limits) throws UnfitPicture {
        limits.requireBytes(sent.length);
        var kept = new ByteArrayOutputStream(sent.length);
        try {
            var _ = copy(new ByteArrayInputStream(sent), kept, limits);
            return kept.toByteArray();
        } catch (UnfitPicture unfit) {
            throw unfit;
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /**
     * The same for a picture that is not in memory; whoever receives it counts its bytes.
     *
     * @throws UnfitPicture when it is not taken; what was written until then is of no use
     */
    public static PictureSize copy(InputStream sent, OutputStream kept, PictureLimits limits) throws IOException {
        try {
            return new Png(sent, kept, limits).copy();
        } catch (EOFException cut) {
            throw UnfitPicture.unreadable("The image ends too early.");
        } catch (ZipException damaged) {
            throw UnfitPicture.unreadable("The pixels of the image are damaged.");
        }
    }

    private PictureSize copy() throws IOException {
        if (!sent.next().equals(PngChunks.HEADER)) {
            throw UnfitPicture.unreadable("The image has no header.");
        }
        PngHeader header = PngHeader.read(sent.content(PngHeader.LENGTH));
        limits.require(header.width(), header.height());
        limits.requireUnfolded(header.unfolded());
        kept.chunk(PngChunks.HEADER, header.bytes());
        copyColours(header);
        copyPixels(header);
        skipToEnd();
        kept.chunk(PngChunks.END, new byte[0]);
        return new PictureSize(header.width(), header.height());
    }

    private void copyColours(PngHeader header) throws IOException {
        int colours = 0;
        boolean hasTransparency = false;
        while (!sent.next().equals(PngChunks.PIXELS)) {
            if (sent.type().equals(PngChunks.PALETTE) && colours == 0 && !hasTransparency) {
                colours = copyPalette(header);
            } else if (sent.type().equals(PngChunks.TRANSPARENCY) && !hasTransparency) {
                hasTransparency = true;
                copyTransparency(header, colours);
            } else {
                requireIsBesides();
            }
        }
        if (header.colour() == PngHeader.PALETTE && colours == 0) {
            throw UnfitPicture.unreadable("The image has no palette.");
        }
    }

    /** Filled up, so that there is a colour for whatever the pixels name. */
    private int copyPalette(PngHeader header) throws IOException {
        byte[] palette = sent.content(MOST_PALETTE);
        boolean fits = palette.length > 0 && palette.length % COLOUR_BYTES == 0;
        if (!fits || header.colour() == PngHeader.PALETTE && palette.length > header.colours() * COLOUR_BYTES) {
            throw UnfitPicture.unreadable("The palette of the image is damaged.");
        }
        if (header.colour() == PngHeader.PALETTE) {
            kept.chunk(PngChunks.PALETTE, Arrays.copyOf(palette, header.colours() * COLOUR_BYTES));
        }
        return palette.length / COLOUR_BYTES;
    }

    private void copyTransparency(PngHeader header, int colours) throws IOException {
        byte[] transparency = sent.content(MOST_PALETTE);
        boolean fits = switch (header.colour()) {
            case PngHeader.GREY -> transparency.length == 2;
            case PngHeader.RGB -> transparency.length == 6;
            case PngHeader.PALETTE -> transparency.length > 0 && transparency.length <= colours;
            default -> false;
        };
        if (!fits) {
            throw UnfitPicture.unreadable("The transparency of the image is damaged.");
        }
        kept.chunk(PngChunks.TRANSPARENCY, transparency);
    }

    private void copyPixels(PngHeader header) throws IOException {
        InputStream compressed = sent.pixels();
        var inflater = new Inflater();
        var deflater = new Deflater();
        try (var rows = new InflaterInputStream(compressed, inflater)) {
            var anew = new DeflaterOutputStream(kept.pixels(), deflater);
            for (int pass = 0; pass < header.passes(); pass++) {
                copyRows(header, pass, rows, anew);
            }
            if (rows.read() >= 0 || inflater.getRemaining() > 0 || compressed.read() >= 0) {
                throw UnfitPicture.unreadable("Something else follows the pixels of the image.");
            }
            anew.finish();
            kept.endPixels();
        } finally {
            inflater.end();
            deflater.end();
        }
    }

    private static void copyRows(PngHeader header, int pass, InputStream rows, OutputStream anew) throws IOException {
        byte[] row = new byte[1 + header.rowBytes(pass)];
        for (int left = header.rows(pass); left > 0; left--) {
            if (rows.readNBytes(row, 0, row.length) < row.length) {
                throw UnfitPicture.unreadable("The image has less pixels than it says.");
            }
            if (row[0] < 0 || row[0] > MOST_FILTER) {
                throw UnfitPicture.unreadable("The pixels of the image are damaged.");
            }
            anew.write(row);
        }
    }

    private void skipToEnd() throws IOException {
        while (!sent.type().equals(PngChunks.END)) {
            requireIsBesides();
            var _ = sent.next();
        }
        sent.requireEnd();
    }

    private void requireIsBesides() throws UnfitPicture {
        if (sent.isCritical() || sent.type().equals(PngChunks.TRANSPARENCY)) {
            throw UnfitPicture.unreadable("The image is damaged at " + sent.type() + ".");
        }
    }
}
