package dev.fieldservice.local;

import dev.fieldservice.local.servers.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** One jar's ahead-of-time cache. The JVM refuses a file that does not fit and then starts as if there were none. */
public record StartupCache(String name, Path file) {

    static final String ENDING = ".aot";

    public boolean exists() {
        return Files.exists(file);
    }

    public List<String> flags() {
        return exists() ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off") : List.of();
    }

    /** For a JVM that writes the cache when it ends. */
    public List<String> recordingFlags() {
        return List.of("-XX:AOTCacheOutput=" + recording(), "-Xlog:aot=off");
    }

    /** Nothing but a complete recording ever gets the name under which it is used. */
    public void keepRecording() {
        try {
            if (Files.exists(recording())) {
                discardOlder();
                Files.move(recording(), file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path recording() {
        return Folders.create(file.getParent()).resolve(name + ".recording");
    }

    private void discardOlder() throws IOException {
        try (var caches = Files.newDirectoryStream(file.getParent(), name + "-*" + ENDING)) {
            for (var older : caches) {
                Files.delete(older);
            }
        }
    }
}
