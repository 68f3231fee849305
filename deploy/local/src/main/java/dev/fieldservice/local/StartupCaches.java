package dev.fieldservice.local;

import dev.fieldservice.local.servers.Folders;
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
 * Where the JVM's ahead-of-time caches lie (JEP 483, 514): a first run of a jar records which classes it loads, later
 * runs find them parsed and linked.
 */
final class StartupCaches {

    private final Path folder;
    private final boolean learn;

    StartupCaches(Path folder, boolean learn) {
        this.folder = Folders.create(folder);
        this.learn = learn && JdkTool.JCMD.isThere();
    }

    /** What is known of the start of this very build of a jar, with these flags, on this JDK. */
    StartupCache of(String name, Path jar, List<String> javaFlags) {
        var cache = folder.resolve(name + "-" + fingerprint(jar, javaFlags) + StartupCache.ENDING);
        return new StartupCache(name, jar, javaFlags, cache, learn);
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
