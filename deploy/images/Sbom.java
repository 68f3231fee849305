import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bill of materials of an image, as CycloneDX: the packages of Debian, the Java runtime, and each jar with its hash. A jar of
 * unknown origin is a failure.
 *
 * <p>java Sbom.java NAME VERSION TIME PACKAGES JRE FOLDER, PACKAGES with lines of name, version and architecture, FOLDER as Quarkus
 * packages an application.
 */
final class Sbom {

    private record Artifact(String group, String name, String version, String classifier) {

        static Artifact parse(String line) {
            String[] parts = line.split(":", -1);
            return new Artifact(parts[0], parts[1], parts[4], parts[2]);
        }

        String file() {
            return group + "." + name + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
        }

        String purl() {
            return "pkg:maven/" + group + "/" + name + "@" + encoded(version) + "?"
                    + (classifier.isEmpty() ? "" : "classifier=" + classifier + "&") + "type=jar";
        }
    }

    private Sbom() {}

    public static void main(String... arguments) throws IOException {
        String name = arguments[0];
        String version = arguments[1];
        var components = Stream.of(
                        debian(Path.of(arguments[3])), runtime(Path.of(arguments[4])), jars(Path.of(arguments[5])))
                .flatMap(Function.identity())
                .collect(Collectors.joining(",\n    "));
        var serial = UUID.nameUUIDFromBytes((name + version + components).getBytes(StandardCharsets.UTF_8));
        System.out.print("""
                {
                  "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.6",
                  "serialNumber": "urn:uuid:%s",
                  "version": 1,
                  "metadata": {
                    "timestamp": "%s",
                    "component": {"type": "container", "bom-ref": "%s", "group": "field-service", "name": "%s", "version": "%s"}
                  },
                  "components": [
                    %s
                  ]
                }
                """.formatted(serial, arguments[2], name, name, version, components));
    }

    private static Stream<String> debian(Path packages) throws IOException {
        return Files.readAllLines(packages).stream().map(line -> line.split(" ")).map(part -> component(
                "library",
                "",
                part[0],
                part[1],
                "pkg:deb/debian/%s@%s?arch=%s".formatted(part[0], encoded(part[1]), part[2]),
                ""));
    }

    private static Stream<String> runtime(Path jre) throws IOException {
        Map<String, String> release = Files.readAllLines(jre.resolve("release")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1].replace("\"", "")));
        var version = release.getOrDefault("JAVA_RUNTIME_VERSION", release.get("JAVA_VERSION"));
        var by = release.getOrDefault("IMPLEMENTOR", "OpenJDK");
        return Stream.of(component(
                "platform", by, "jre", version, "pkg:generic/%s/jre@%s".formatted(encoded(by), encoded(version)), ""));
    }

    private static Stream<String> jars(Path folder) throws IOException {
        var known = Files.readAllLines(folder.resolve("quarkus-app-dependencies.txt")).stream()
                .map(Artifact::parse)
                .collect(Collectors.toMap(Artifact::file, Function.identity(), (one, same) -> one));
        try (var files = Files.walk(folder.resolve("lib"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            return found.stream().map(jar -> of(jar, known));
        }
    }

    private static String of(Path jar, Map<String, Artifact> known) {
        var artifact = known.get(jar.getFileName().toString());
        if (artifact == null) {
            throw new IllegalStateException("Nobody knows where " + jar + " is from");
        }
        var hashes = ", \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"%s\"}]".formatted(hash(jar));
        return component(
                "library", artifact.group(), artifact.name(), artifact.version(), artifact.purl(), hashes);
    }

    private static String component(
            String type, String group, String name, String version, String purl, String more) {
        var inGroup = group.isEmpty() ? "" : "\"group\": \"%s\", ".formatted(group);
        return "{\"type\": \"%s\", \"bom-ref\": \"%s\", %s\"name\": \"%s\", \"version\": \"%s\", \"purl\": \"%s\"%s}"
                .formatted(type, purl, inGroup, name, version, purl, more);
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return text.replace("%", "%25").replace("+", "%2B").replace(":", "%3A").replace(" ", "%20");
    }
}
