package dev.fieldservice.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Where the JVM's ahead-of-time caches lie (JEP 483, 514): a rehearsal of a jar records which classes it loads, later
 * runs find them parsed and linked.
 */
public record StartupCaches(Path folder) {

    /** The cache for this very build of a jar, with these flags, on this JDK. */
    public StartupCache of(String name, Path jar, List<String> javaFlags) {
        return new StartupCache(name, folder.resolve(name + "-" + fingerprint(jar, javaFlags) + StartupCache.ENDING));
    }

    private static String fingerprint(Path jar, List<String> javaFlags) {
        var parts = new StringBuilder(System.getProperty("java.vm.version")).append(javaFlags);
        try (var files = Files.walk(jar.getParent())) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                parts.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
            }
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
