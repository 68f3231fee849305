package dev.fieldservice.platform.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A temporary file on its way into the store, hashed while it is written. */
final class Arrival extends OutputStream {

    private static final String SUFFIX = ".part";

    private final Path path;
    private final OutputStream file;
    private final MessageDigest hash;
    private long size;

    private Arrival(Path path) throws IOException {
        this.path = path;
        this.hash = sha256();
        this.file = Files.newOutputStream(path);
    }

    static Arrival in(Path spool) throws IOException {
        return new Arrival(spool.resolve(UUID.randomUUID() + SUFFIX));
    }

    /** Whether this is one; there may be other files in the same directory. */
    static boolean is(Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    Path path() {
        return path;
    }

    /** What it is, once it was closed. */
    StoredFile whole() {
        return new StoredFile(HexFormat.of().formatHex(hash.digest()), size);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length);
        hash.update(bytes, offset, length);
        size += length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Also after the store has taken it. */
    void discard() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
