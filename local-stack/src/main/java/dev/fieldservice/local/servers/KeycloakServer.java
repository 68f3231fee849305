package dev.fieldservice.local.servers;

import dev.fieldservice.local.processes.ChildProcess;
import dev.fieldservice.local.processes.ProcessLedger;
import dev.fieldservice.local.processes.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak as a child process, with one realm imported. The master realm's administrator is {@code admin/admin}. */
public final class KeycloakServer implements AutoCloseable {

    private static final String IMPORTED = "imported-realm.json";
    private static final Duration STARTUP = Duration.ofMinutes(3);
    private static final List<String> JAVA_FLAGS = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    private final ChildProcess process;
    private final Settings settings;

    private KeycloakServer(ChildProcess process, Settings settings) {
        this.process = process;
        this.settings = settings;
    }

    /**
     * @param realm the realm to import; when it differs from the one imported before, Keycloak's data starts anew
     * @param folder keeps users and sessions between starts
     */
    public record Settings(
            KeycloakDistribution distribution,
            Path realm,
            Path folder,
            int port,
            int managementPort,
            Path log,
            ProcessLedger ledger) {}

    public static KeycloakServer start(Settings settings) {
        importRealm(settings.realm(), Folders.create(settings.folder()));
        var home = settings.distribution().linkInto(settings.folder());
        var process = ChildProcess.start(
                "keycloak",
                command(home, settings),
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"),
                settings.log(),
                settings.ledger());
        try {
            var health = URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready");
            Readiness.await(process, health, STARTUP);
            rememberImport(settings);
            return new KeycloakServer(process, settings);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /**
     * Keycloak imports a realm only when it is not there yet: a changed file would be ignored without a word. And a
     * first start that was interrupted leaves half a database, which never starts.
     */
    private static void importRealm(Path realm, Path folder) {
        try {
            var imported = folder.resolve(IMPORTED);
            if (Files.exists(imported) && Files.mismatch(realm, imported) < 0) {
                return;
            }
            Files.deleteIfExists(imported);
            Folders.delete(folder.resolve("data"));
            var imports = Files.createDirectories(folder.resolve("data/import"));
            Files.copy(realm, imports.resolve(realm.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hand the realm " + realm + " to Keycloak", e);
        }
    }

    private static void rememberImport(Settings settings) {
        try {
            Files.copy(settings.realm(), settings.folder().resolve(IMPORTED), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code kc.sh} would run; without the shell between, the child process is Keycloak itself. */
    private static List<String> command(Path home, Settings settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_FLAGS);
        command.addAll(List.of(
                "-Dkc.home.dir=" + home.toAbsolutePath(),
                "-Djboss.server.config.dir=" + home.resolve("conf").toAbsolutePath(),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toAbsolutePath().toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-port=" + settings.managementPort(),
                "--hostname=" + address(settings)));
        return command;
    }

    /** Tokens of a realm carry this as their issuer, however the server was addressed. */
    public URI issuer(String realm) {
        return address(settings).resolve("/realms/" + realm);
    }

    private static URI address(Settings settings) {
        return URI.create("http://127.0.0.1:" + settings.port());
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
