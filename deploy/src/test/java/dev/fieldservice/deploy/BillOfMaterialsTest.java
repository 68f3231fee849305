package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/images/Sbom.java}, which tells what is in an image. */
class BillOfMaterialsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void thereIsAnApplication() throws IOException {
        Files.writeString(folder.resolve("packages"), "libacl1 1:2.3+deb12u1 amd64\n");
        Files.createDirectories(folder.resolve("jre"));
        Files.writeString(
                folder.resolve("jre/release"),
                "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_RUNTIME_VERSION=\"25.0.3+9-LTS\"\n");
        Files.createDirectories(folder.resolve("app/lib/main"));
        Files.writeString(
                folder.resolve("app/quarkus-app-dependencies.txt"),
                "com.example:parts::jar:1.2\nio.netty:epoll:linux-x86_64:jar:4.1\n");
        Files.writeString(folder.resolve("app/lib/main/com.example.parts-1.2.jar"), "a jar");
        Files.writeString(folder.resolve("app/lib/main/io.netty.epoll-4.1-linux-x86_64.jar"), "another");
    }

    @Test
    void itNamesPackagesRuntimeAndEachJarWithItsHash() throws IOException {
        JsonNode bill = new ObjectMapper().readTree(write());

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("billing-service");
        assertThat(bill.path("components").findValuesAsText("purl"))
                .containsExactly(
                        "pkg:deb/debian/libacl1@1%3A2.3%2Bdeb12u1?arch=amd64",
                        "pkg:generic/Eclipse%20Adoptium/jre@25.0.3%2B9-LTS",
                        "pkg:maven/com.example/parts@1.2?type=jar",
                        "pkg:maven/io.netty/epoll@4.1?classifier=linux-x86_64&type=jar");
        assertThat(bill.at("/components/2/hashes/0/content").asText())
                .isEqualTo("fc8bd814a3051a9717431182d5af2a2d654481aac82a028c05c73afa4ca38823");
    }

    @Test
    void itIsTheSameEachTime() {
        assertThat(write()).isEqualTo(write());
    }

    @Test
    void aJarThatNobodyKnowsIsRefused() throws IOException {
        Files.writeString(folder.resolve("app/lib/main/left.here-1.jar"), "whose?");

        assertThatThrownBy(this::write).isInstanceOf(AssertionError.class).hasMessageContaining("left.here-1.jar");
    }

    private String write() {
        return Tool.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Checkout.ROOT.resolve("deploy/images/Sbom.java").toString(),
                "billing-service",
                "0.1.0",
                "2026-11-24T00:00:00Z",
                folder.resolve("packages").toString(),
                folder.resolve("jre").toString(),
                folder.resolve("app").toString()));
    }
}
