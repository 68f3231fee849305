package dev.fieldservice.ticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fieldservice.contracts.AttachmentRef;
import dev.fieldservice.platform.problems.Refused;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttachedTest {

    private static final int MOST = 50;

    @Test
    void whatIsFullTakesNothingMoreUntilSomethingIsWithdrawn() {
        Attached attached = Attached.NOTHING;
        for (int i = 0; i < MOST; i++) {
            attached = attached.with(picture());
        }
        Attached full = attached;

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(full::requireRoom)
                .satisfies(refused -> assertThat(refused.refusal().code()).isEqualTo("too-many-attachments"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> full.with(picture()));
        UUID first = full.files().getFirst().id();
        assertThat(full.without(first).with(picture()).files())
                .hasSize(MOST)
                .noneMatch(file -> file.id().equals(first));
    }

    private static AttachmentRef picture() {
        return new AttachmentRef(UUID.randomUUID(), "Chiller.jpg", null, "image/jpeg", 8, "ab".repeat(32));
    }
}
