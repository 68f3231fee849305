package dev.fieldservice.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where things lie in the checkout. */
public record Checkout(Path root) {

    /** The checkout this class was built in, or else the one around the working directory. */
    public static Checkout find() {
        return Stream.of(builtFrom(), Path.of("").toAbsolutePath())
                .map(Checkout::around)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new StackFailure("Start this from inside the checkout of Field Service"));
    }

    private static Path builtFrom() {
        try {
            return Path.of(Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Checkout> around(Path start) {
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("local-stack/pom.xml")))
                .findFirst()
                .map(Checkout::new);
    }

    Path data() {
        return root.resolve(".data");
    }

    Path keycloak() {
        return root.resolve("local-stack/target/keycloak");
    }

    Path realm() {
        return root.resolve("deploy/keycloak/field-service-realm.json");
    }

    /** What was learned of a jar lives and dies with the build that made the jar. */
    Path startupCaches() {
        return root.resolve("local-stack/target/startup-caches");
    }

    Path jar(Service service) {
        return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
