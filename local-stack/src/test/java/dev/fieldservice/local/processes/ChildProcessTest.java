package dev.fieldservice.local.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fieldservice.local.servers.Ports;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void aServiceThatDiesWhileStartingSaysWhyAndWhereToRead() {
        var nowhere = URI.create("http://127.0.0.1:" + Ports.free() + "/q/health/ready");
        try (var service = shell("echo 'FATAL: no such database'; exit 3")) {
            assertThatThrownBy(() -> Readiness.await(service, nowhere, Duration.ofSeconds(20)))
                    .hasMessageContaining("billing-service ended with exit code 3")
                    .hasMessageContaining("FATAL: no such database")
                    .hasMessageContaining("billing-service.log");
        }
    }

    @Test
    void aServiceThatDoesNotListenToTheRequestToEndIsKilledWithItsChildren() {
        var grandchildren = "trap '' TERM; sleep 60 & wait; wait";
        var service = shell(grandchildren);
        var handle = service.handle();

        Termination.of(List.of(handle)).within(Duration.ofMillis(300));

        assertThat(handle.isAlive()).isFalse();
        assertThat(handle.descendants()).isEmpty();
    }

    @Test
    void theLogOfTheStartBeforeIsKept() {
        try (var first = shell("echo first")) {
            assertThat(first.onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
        try (var second = shell("echo second")) {
            assertThat(second.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(second.log()).hasContent("second");
        }
        assertThat(folder.resolve("billing-service.previous.log")).hasContent("first");
    }

    @Test
    void whatEndsByASignalToEndHasNotCrashed() {
        try (var stopped = shell("sleep 60");
                var crashed = shell("exit 1")) {
            Termination.of(List.of(stopped.handle())).within(Duration.ofSeconds(10));
            assertThat(crashed.onExit()).succeedsWithin(Duration.ofSeconds(10));

            assertThat(stopped.crash()).isEmpty();
            assertThat(crashed.crash()).isPresent();
        }
    }

    @Test
    void aFrozenServiceDoesNothingUntilItIsThawed() throws Exception {
        try (var service = shell("while true; do date +%N; sleep 0.02; done")) {
            awaitMoreThan(0, service.log());
            service.freeze();
            Thread.sleep(500);
            var frozen = Files.size(service.log());
            Thread.sleep(200);
            assertThat(Files.size(service.log())).isEqualTo(frozen);

            service.thaw();
            awaitMoreThan(frozen, service.log());
        }
    }

    private static void awaitMoreThan(long size, Path log) throws Exception {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            while (Files.size(log) <= size) {
                Thread.sleep(20);
            }
        });
    }

    private ChildProcess shell(String script) {
        return ChildProcess.start(
                "billing-service",
                List.of("sh", "-c", script),
                Map.of(),
                folder.resolve("billing-service.log"),
                new ProcessLedger(folder.resolve("processes")));
    }
}
