package dev.fieldservice.workorder.photos;

import dev.fieldservice.platform.pictures.Heic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of files that are taken, each known by its first bytes: whatever a name or a header says, it is that. */
enum FileKind {
    JPEG("image/jpeg", "jpg", true),
    PNG("image/png", "png", true),
    WEBP("image/webp", "webp", false),
    HEIC("image/heic", "heic", false),
    PDF("application/pdf", "pdf", false);

    /** So many bytes tell. */
    static final int HEAD = 12;

    final String mediaType;
    final String ending;

    /** Whether there is a small picture of it: what nothing here decodes has none. */
    final boolean hasThumbnail;

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

    static FileKind of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    static List<String> mediaTypes() {
        return Arrays.stream(values()).map(kind -> kind.mediaType).toList();
    }
}
