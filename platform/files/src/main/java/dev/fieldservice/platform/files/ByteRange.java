package dev.fieldservice.platform.files;

import dev.fieldservice.platform.problems.Refusal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One range of bytes, as the header {@code Range} asks for it (RFC 9110, 14.1.2). */
record ByteRange(long from, long length) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /**
     * Empty for what a server may ignore: other units, several ranges, what cannot be read. Refused with 416 if it begins
     * behind the end.
     */
    static Optional<ByteRange> asked(String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        boolean isSuffix = range.group(1).isEmpty();
        long first = isSuffix ? Math.max(0, size - Long.parseLong(range.group(2))) : Long.parseLong(range.group(1));
        long last =
                isSuffix || range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        if (!isSuffix && !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first) {
            return Optional.empty();
        }
        if (first >= size) {
            throw new Refusal.RangeNotSatisfiable(size).refused();
        }
        return Optional.of(new ByteRange(first, last - first + 1));
    }

    /** For the header {@code Content-Range}. */
    String of(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
