package dev.fieldservice.platform.documents;

import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.files.StoredFile;
import dev.fieldservice.platform.pictures.Heic;
import dev.fieldservice.platform.pictures.Jpeg;
import dev.fieldservice.platform.pictures.Picture;
import dev.fieldservice.platform.pictures.PictureLimits;
import dev.fieldservice.platform.pictures.PictureSize;
import dev.fieldservice.platform.pictures.Png;
import dev.fieldservice.platform.pictures.Shot;
import dev.fieldservice.platform.pictures.UnfitPicture;
import dev.fieldservice.platform.pictures.WebP;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The reading of one file that was sent: what it is, within limits, and what of it is kept. */
public final class Reading implements Files.Rewriting {

    private static final int MOST_PIXELS = 24_000_000;
    public static final String MOST_BYTES = "15M";

    private static final PictureLimits LIMITS = new PictureLimits(15 << 20, 12_000, MOST_PIXELS);
    private static final int PIECE = 64 * 1024;

    private final PictureThreads threads;
    private FileKind kind;
    private Optional<Picture> picture = Optional.empty();
    private String sentSha256;

    public Reading(PictureThreads threads) {
        this.threads = threads;
    }

    /** Refused with 415 where it is none of the kinds that are taken, and with 422 where it is damaged or too large. */
    @Override
    public void copy(InputStream sent, OutputStream kept) throws IOException {
        MessageDigest hash = sha256();
        var hashed = new BufferedInputStream(new DigestInputStream(sent, hash), PIECE);
        hashed.mark(FileKind.HEAD);
        kind = FileKind.of(hashed.readNBytes(FileKind.HEAD))
                .orElseThrow(() -> new Refusal.UnsupportedMediaType(FileKind.mediaTypes()).refused());
        hashed.reset();
        try {
            picture = threads.call(() -> rewritten(hashed, kept));
        } catch (UnfitPicture unfit) {
            throw refused(unfit);
        }
        hashed.transferTo(OutputStream.nullOutputStream());
        sentSha256 = HexFormat.of().formatHex(hash.digest());
    }

    private Optional<Picture> rewritten(InputStream sent, OutputStream kept) throws IOException {
        return switch (kind) {
            case JPEG -> Optional.of(Jpeg.copy(sent, kept, LIMITS));
            case PNG -> Optional.of(Picture.of(Png.copy(sent, kept, LIMITS)));
            case WEBP -> {
                WebP.Kept anew = WebP.copy(sent, kept, LIMITS);
                kind = anew.isPng() ? FileKind.PNG : FileKind.JPEG;
                yield Optional.of(anew.picture());
            }
            case HEIC -> Optional.of(Picture.of(Heic.copy(sent, kept, LIMITS)));
            case PDF -> {
                Pdf.copy(sent, kept);
                yield Optional.empty();
            }
        };
    }

    /** What was read, once it is stored. */
    public ReceivedFile as(StoredFile stored) {
        Optional<PictureSize> size = picture.map(Picture::size);
        return new ReceivedFile(
                kind,
                size.map(PictureSize::width).orElse(null),
                size.map(PictureSize::height).orElse(null),
                picture.map(Picture::shot).orElse(Shot.UNKNOWN),
                sentSha256,
                stored);
    }

    private static Refused refused(UnfitPicture unfit) {
        return switch (unfit.fault()) {
            case UNREADABLE -> new Refusal.RuleViolated("file-damaged", unfit.getMessage()).refused();
            case TOO_LARGE -> new Refusal.RuleViolated("image-too-large", unfit.getMessage()).refused();
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
