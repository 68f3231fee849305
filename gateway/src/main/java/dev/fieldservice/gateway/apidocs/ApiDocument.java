package dev.fieldservice.gateway.apidocs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * The description as it is sent, compressed once for all who take that.
 *
 * @param tag changes when the document does
 */
record ApiDocument(byte[] json, byte[] gzip, String tag) {

    static ApiDocument of(byte[] json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return new ApiDocument(json, compressed(json), HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] compressed(byte[] json) {
        var out = new ByteArrayOutputStream(json.length / 8);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(json);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return out.toByteArray();
    }
}
