package dev.fieldservice.systemtests.released;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the last release promised: its API, its events, and which migrations it had. Kept in the folder {@code released} of the
 * checkout.
 *
 * @param root of the checkout
 */
public record Release(Path root) {

    private static final String CONTRACTS = "contracts/src/main/resources/contracts";
    private static final String SCHEMA = "v[0-9]+[.]schema[.]json";

    public Path folder() {
        return root.resolve("released");
    }

    public Path api() {
        return folder().resolve("openapi.json");
    }

    public Path asyncApi() {
        return folder().resolve("asyncapi.yaml");
    }

    public Path events() {
        return folder().resolve("events");
    }

    /** A line for each: its SHA-256 and where it lies. */
    public Path migrations() {
        return folder().resolve("migrations.txt");
    }

    /** A line for each break of what is promised, with a tab and the reason. */
    public Path breaks() {
        return folder().resolve("breaks.txt");
    }

    public Path presentEvents() {
        return root.resolve(CONTRACTS).resolve("events");
    }

    public Path presentAsyncApi() {
        return root.resolve(CONTRACTS).resolve("asyncapi.yaml");
    }

    /** The schemas below a folder, by where they lie in it: {@code /<topic>/v1.schema.json}. */
    public static Map<String, Path> schemas(Path events) {
        return files(events, file -> file.getFileName().toString().matches(SCHEMA), "/");
    }

    /** All migrations that there are, by where they lie in the checkout. */
    public Map<String, Path> presentMigrations() {
        Map<String, Path> all = new TreeMap<>();
        Stream.of("platform/backbone", "platform/files", "platform/mail", "platform/documents", "ticket-service")
                .forEach(module -> all.putAll(migrations(module)));
        Stream.of("dispatch-service", "workorder-service", "inventory-service", "billing-service")
                .forEach(module -> all.putAll(migrations(module)));
        return all;
    }

    private Map<String, Path> migrations(String module) {
        Path resources = root.resolve(module).resolve("src/main/resources/db");
        return Files.exists(resources)
                ? files(resources, file -> file.toString().endsWith(".sql"), module + "/")
                : Map.of();
    }

    public static String sha256(Path file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Path> files(Path folder, Predicate<Path> wanted, String prefix) {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, Path> found = new TreeMap<>();
            all.filter(wanted).forEach(file -> found.put(prefix + folder.relativize(file), file));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
