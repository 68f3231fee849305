package dev.fieldservice.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir
    Path folder;

    @Test
    void aTakenPortIsNamedTogetherWithTheWayOut() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new EnumMap<>(Options.freePorts());
            ports.put(Port.KAFKA, other.getLocalPort());

            assertThatThrownBy(() -> Preflight.requireFreePorts(options(ports, Set.of())))
                    .hasMessageContaining("port " + other.getLocalPort() + " (kafka)")
                    .hasMessageContaining("FIELD_SERVICE_KAFKA_PORT=");
        }
    }

    @Test
    void thePortOfAServiceThatIsNotStartedMayBeTaken() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new EnumMap<>(Options.freePorts());
            ports.put(Port.BILLING, other.getLocalPort());

            assertThatCode(() -> Preflight.requireFreePorts(options(ports, Set.of(Service.GATEWAY))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aModuleThatIsNotBuiltIsNamedTogetherWithTheCommandThatBuildsIt() {
        assertThatThrownBy(() -> Preflight.requireBuilt(options(Options.freePorts(), Set.of(Service.BILLING))))
                .hasMessageContaining("Not built yet: billing-service")
                .hasMessageContaining("./run");
    }

    @Test
    void aSecondStackOnTheSameDataIsRefused() {
        try (var first = DataFolder.open(folder, false)) {
            assertThatThrownBy(() -> DataFolder.open(folder, false))
                    .hasMessageContaining("already runs with the data folder " + folder);
            assertThatCode(first::endLeftovers).doesNotThrowAnyException();
        }
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsSaidWithTheWayOut() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data"), false))
                .hasMessageContaining("Cannot write to the data folder")
                .hasMessageContaining("--data");
    }

    private Options options(Map<Port, Integer> ports, Set<Service> services) {
        var checkout = new Checkout(folder);
        return new Options(checkout, checkout, folder, false, ports, services, List.of(), 1, false, System.out);
    }
}
