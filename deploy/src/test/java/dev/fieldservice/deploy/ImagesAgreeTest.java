package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code ./images} makes is what the manifests run. */
class ImagesAgreeTest {

    private static final String RECIPE = Checkout.read("deploy/images/Containerfile");

    @ParameterizedTest
    @EnumSource
    void eachDeployableHasAnImageOfItsNameAndOfThisVersion(Overlay overlay) {
        String version = first("<version>(.+)-SNAPSHOT</version>", Checkout.read("pom.xml"));

        Set<String> ours = Deployable.ALL.stream()
                .flatMap(deployable -> Pod.of(overlay, deployable.name()).containers().stream()
                        .map(container -> container.path("image").asText().replaceFirst("^[^/]+/", ""))
                        .map(image -> deployable.name() + " " + image))
                .collect(Collectors.toSet());

        assertThat(ours)
                .isEqualTo(Deployable.ALL.stream()
                        .map(deployable ->
                                "%s field-service/%s:%s".formatted(deployable.name(), deployable.name(), version))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void theImageRunsAsWhomThePodRunsIt(Overlay overlay) {
        for (Deployable deployable : Deployable.ALL) {
            JsonNode rights = Pod.of(overlay, deployable.name()).spec().path("securityContext");
            assertThat(first("(?m)^USER (\\S+)$", RECIPE))
                    .isEqualTo("%d:%d"
                            .formatted(
                                    rights.path("runAsUser").asInt(),
                                    rights.path("runAsGroup").asInt()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noManifestSaysOnceMoreWhatTheImageStarts(Overlay overlay) {
        for (Deployable deployable : Deployable.ALL) {
            for (JsonNode container : Pod.of(overlay, deployable.name()).containers()) {
                assertThat(List.of("command", "args")).noneMatch(container::has);
            }
        }
    }

    /** What a script sources shares its names with it: of two functions the later one would be called for both. */
    @Test
    void scriptsThatAreSourcedTogetherNameNoFunctionTwice() {
        assertThat(Stream.of(
                                "local-stack/find-jdk.sh",
                                "local-stack/build-stale.sh",
                                "deploy/images/packing.sh",
                                "deploy/images/servers/servers.sh")
                        .flatMap(script -> Pattern.compile("(?m)^(\\w+)\\(\\)")
                                .matcher(Checkout.read(script))
                                .results())
                        .map(found -> found.group(1)))
                .contains("build_stale", "make_image", "make_keycloak")
                .doesNotHaveDuplicates();
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
