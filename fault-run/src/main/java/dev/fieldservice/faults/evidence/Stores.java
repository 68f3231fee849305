package dev.fieldservice.faults.evidence;

import dev.fieldservice.local.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The services' file stores, seen by somebody who may see everything.
 *
 * @param root a folder of each service is in it
 * @param knownSince what was put there before may be unknown to a database that went back
 */
public record Stores(Path root, Instant knownSince) {

    private static final String ARRIVING = "arriving";

    /** @param name SHA-256 of the content as it was to be, and the id of the row */
    public record Kept(String name, Path file) {

        public String sha256() {
            try (InputStream content = Files.newInputStream(file)) {
                var hashed = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
                var _ = hashed.transferTo(OutputStream.nullOutputStream());
                return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** All but what is still arriving, or was when a process died. */
    public List<Kept> of(Service service) {
        Path folder = root.resolve(service.module());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve(ARRIVING)))
                    .map(file -> new Kept(file.getFileName().toString(), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean mustBeKnown(Kept kept) {
        try {
            return Files.getLastModifiedTime(kept.file()).toInstant().isAfter(knownSince);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
