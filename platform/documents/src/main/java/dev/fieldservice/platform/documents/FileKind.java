package dev.fieldservice.platform.documents;

import dev.fieldservice.platform.pictures.Heic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are taken, each known by its first bytes: whatever a name or a header says, it is that. */
public enum FileKind {
    JPEG("image/jpeg", "jpg", true),
    PNG("image/png", "png", true),

    /** Taken, and kept as one of the above; what was kept before that stays so. */
    WEBP("image/webp", "webp", false),
    HEIC("image/heic", "heic", false),
    PDF("application/pdf", "pdf", false);

    /** So many bytes tell. */
    static final int HEAD = 12;

    private final String mediaType;
    private final String ending;

    /** Whether there is a small picture of it: what nothing here decodes has none. */
    private final boolean hasThumbnail;

    FileKind(String mediaType, String ending, boolean hasThumbnail) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.hasThumbnail = hasThumbnail;
    }

    /** @param head the first {@link #HEAD} bytes, or all if there are fewer */
    static Optional<FileKind> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (Heic.begins(head)) {
            return Optional.of(HEIC);
        }
        return text.startsWith("%PDF-") ? Optional.of(PDF) : Optional.empty();
    }

    public static FileKind of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    static List<String> mediaTypes() {
        return Arrays.stream(values()).map(kind -> kind.mediaType).toList();
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean hasThumbnail() {
        return hasThumbnail;
    }

    /** The name with the ending of this kind, whatever ending somebody gave it: what is saved is opened as what it is. */
    public String named(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        boolean isNamed = low.endsWith("." + ending) || low.endsWith("." + mediaType.replaceAll(".*/", ""));
        return isNamed ? name : name + "." + ending;
    }
}
