package dev.fieldservice.local.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLedgerTest {

    @TempDir
    Path folder;

    private final Process process = sleep();

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void theNextRunEndsWhatAKilledOneLeftBehind() {
        new ProcessLedger(file()).record("billing-service", process.toHandle());

        new ProcessLedger(file()).endLeftovers();

        assertThat(process.isAlive()).isFalse();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aProcessThatOnlyHasTheSameIdIsLeftAlone() throws IOException {
        var longAgo = Instant.now().minus(Duration.ofDays(3)).toEpochMilli();
        Files.writeString(file(), process.pid() + " " + longAgo + " billing-service\n");

        new ProcessLedger(file()).endLeftovers();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aLineThatACrashCutOffIsPassedOver() throws IOException {
        new ProcessLedger(file()).record("billing-service", process.toHandle());
        Files.writeString(file(), Files.readString(file()) + "4711 17");

        new ProcessLedger(file()).endLeftovers();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void nothingStartsAnyMoreOnceTheStackIsBeingStopped() {
        var ledger = new ProcessLedger(file());
        ledger.endAll(Duration.ofSeconds(5));

        assertThatThrownBy(() -> ledger.record("billing-service", process.toHandle()))
                .hasMessageContaining("billing-service");
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    private Path file() {
        return folder.resolve("processes");
    }

    private static Process sleep() {
        try {
            return new ProcessBuilder("sleep", "60").start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
