package dev.fieldservice.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Creating and removing the folders the servers keep their data in. */
public final class Folders {

    private Folders() {}

    public static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
    }

    /**
     * A new folder among the temporary files. Those of the same name whose JVM was killed go away: nobody else would
     * ever remove them.
     *
     * @param endLeftovers ends the processes that still use such an abandoned folder
     */
    public static Path temporary(String name, Consumer<Path> endLeftovers) {
        var prefix = "field-service-" + name + "-";
        try {
            for (var abandoned : abandoned(prefix)) {
                endLeftovers.accept(abandoned);
                delete(abandoned);
            }
            return Files.createTempDirectory(prefix + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> abandoned(String prefix) throws IOException {
        try (var entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return entries.filter(entry -> ownerIsGone(entry.getFileName().toString(), prefix))
                    .toList();
        }
    }

    private static boolean ownerIsGone(String folder, String prefix) {
        var owner = Pattern.compile(Pattern.quote(prefix) + "(\\d+)-\\d+").matcher(folder);
        return owner.matches()
                && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty();
    }

    /** Removes what is there; a file that another process removes meanwhile is no error. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var entries = Files.walk(folder)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
