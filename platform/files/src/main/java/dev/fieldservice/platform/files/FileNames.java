package dev.fieldservice.platform.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** File names in the header {@code Content-Disposition} (RFC 6266, RFC 8187), safe whatever somebody called a file. */
final class FileNames {

    private static final int LONGEST = 120;
    private static final String PLAIN = "!#$&+-.^_`|~";

    private FileNames() {}

    static String attachment(String name) {
        String clean = clean(name);
        String ascii = Normalizer.normalize(clean, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]|[%\"\\\\]", "_");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(clean);
    }

    /** Neither a path nor anything that a header, a terminal or a right-to-left reader could be fooled by. */
    private static String clean(String name) {
        String visible = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "")
                .replaceAll("[/\\\\:*?\"<>|]", "_")
                .replaceAll("^[. ]+|[. ]+$", "");
        int end = visible.offsetByCodePoints(0, Math.min(LONGEST, visible.codePointCount(0, visible.length())));
        return visible.isEmpty() ? "file" : visible.substring(0, end);
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            encoded.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
