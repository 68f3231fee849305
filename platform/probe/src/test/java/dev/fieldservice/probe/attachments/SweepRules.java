package dev.fieldservice.probe.attachments;

import static dev.fieldservice.probe.attachments.FileClient.JPEG;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What nobody refers to is deleted in time, and never what somebody refers to. */
abstract class SweepRules extends FileTests {

    @Test
    void whatWasStoredForACommandThatWasRefusedGoesAfterTheGraceTime() throws Exception {
        byte[] photo = photo(1_000);
        assertThat(dana.post("/v1/notes/" + note + "/finish", "").statusCode()).isEqualTo(200);
        String missing = "0190a000-0000-7000-8000-000000000000";
        assertThat(dana.attach(missing, JPEG, photo).statusCode()).isEqualTo(404);

        sweep();
        assertThat(inStore(photo)).hasSize(1);
        aDayLater();
        sweep();

        assertThat(inStore(photo)).isEmpty();
        assertThat(rows(photo)).isZero();
    }

    @Test
    void aFileStaysUntilTheLastWhoRefersToItIsGone() throws Exception {
        byte[] photo = photo(1_000);
        String first = attached(photo);
        String second = attached(photo);

        remove(first);
        aDayLater();
        sweep();
        assertThat(dana.content(note, second).body()).isEqualTo(photo);

        remove(second);
        sweep();
        assertThat(inStore(photo)).hasSize(1);
        aDayLater();
        sweep();
        assertThat(inStore(photo)).isEmpty();
    }

    @Test
    void contentThatComesBackAfterItWasSweptIsThereAgain() throws Exception {
        byte[] photo = photo(1_000);
        remove(attached(photo));
        aDayLater();
        sweep();

        assertThat(dana.content(note, attached(photo)).body()).isEqualTo(photo);
    }

    @Test
    void contentThatComesBackWhileItIsBeingSweptIsNotLost() throws Exception {
        for (int round = 0; round < 40; round++) {
            byte[] photo = photo(50_000);
            remove(attached(photo));
            aDayLater();
            CompletableFuture<Void> sweeping = CompletableFuture.runAsync(this::sweep, Thread::startVirtualThread);
            Thread.sleep(round % 10);
            String attachment = attached(photo);
            assertThat(sweeping).succeedsWithin(Duration.ofSeconds(20));
            sweep();

            assertThat(dana.content(note, attachment).body()).isEqualTo(photo);
        }
    }

    @Test
    void aDeletionThatComesLateDoesNotHitWhatCameBack() throws Exception {
        byte[] photo = photo(1_000);
        String before = attached(photo);
        Path old = inStore(photo).getFirst();
        remove(before);
        aDayLater();
        sweep();

        String after = attached(photo);
        java.nio.file.Files.deleteIfExists(old);

        assertThat(dana.content(note, after).body()).isEqualTo(photo);
    }

    @Test
    void whatAKilledServiceLeftHalfWrittenGoesAfterTheGraceTime() throws Exception {
        Path left = root.resolve("arriving").resolve(anyName() + ".part");
        java.nio.file.Files.write(left, photo(10));
        sweep();
        assertThat(left).exists();

        java.nio.file.Files.setLastModifiedTime(
                left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        sweep();
        assertThat(left).doesNotExist();
    }

    @Test
    void whatWasLostFromTheStoreIsThereAgainWhenItIsSentAgain() throws Exception {
        byte[] photo = photo(1_000);
        String attachment = attached(photo);
        java.nio.file.Files.delete(inStore(photo).getFirst());
        assertThat(dana.content(note, attachment).statusCode()).isEqualTo(503);

        assertThat(attached(photo)).isNotEqualTo(attachment);
        assertThat(dana.content(note, attachment).body()).isEqualTo(photo);
    }
}
