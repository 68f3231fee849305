package dev.fieldservice.local.servers;

import dev.fieldservice.local.processes.ServerFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The unpacked Keycloak with its build options baked in. It is only read from, so several servers may share it. */
public final class KeycloakDistribution {

    private static final List<String> BUILD_OPTIONS =
            List.of("build", "--db=dev-file", "--health-enabled=true", "--cache=local");

    private final Path home;

    private KeycloakDistribution(Path home) {
        this.home = home;
    }

    /** Done while the project is built, so that the first start need not wait for it. */
    public static void main(String[] arguments) {
        var distribution = prepare(Path.of(arguments[0]));
        System.out.println("Keycloak is prepared in " + distribution.home);
    }

    /** Bakes the build options in, once. */
    public static KeycloakDistribution prepare(Path home) {
        if (Files.notExists(home.resolve("bin/kc.sh"))) {
            throw new IllegalStateException("Keycloak is not unpacked in " + home + "; build local-stack first");
        }
        var marker = home.resolve("prepared");
        try {
            if (Files.notExists(marker) || !Files.readString(marker).equals(BUILD_OPTIONS.toString())) {
                build(home);
                Files.writeString(marker, BUILD_OPTIONS.toString());
            }
            return new KeycloakDistribution(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path home) throws IOException {
        var log = home.resolveSibling("keycloak-build.log");
        var command = new ProcessBuilder("sh", home.resolve("bin/kc.sh").toString());
        command.command().addAll(BUILD_OPTIONS);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            var exitCode = command.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new ServerFailure("Keycloak", "cannot be prepared", log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while preparing Keycloak", e);
        }
    }

    /** A home of its own for one server: its data, and links to everything that is only read. */
    Path linkInto(Path folder) {
        try {
            for (var part : List.of("lib", "conf", "providers", "themes")) {
                var link = folder.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, home.resolve(part).toAbsolutePath());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
