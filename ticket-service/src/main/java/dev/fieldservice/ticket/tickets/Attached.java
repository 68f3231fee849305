package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.AttachmentRef;
import dev.fieldservice.platform.problems.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What stands of what was attached to a ticket, oldest first, as those who work on it are told. */
record Attached(List<AttachmentRef> files) {

    static final Attached NOTHING = new Attached(List.of());

    private static final int MOST = 50;

    /** How many more there may be. */
    int room() {
        return MOST - files.size();
    }

    /** Refused with 422 where it is full. */
    void requireRoom() {
        if (files.size() >= MOST) {
            throw new Refusal.RuleViolated(
                            "too-many-attachments", "At most %d attachments are kept of a ticket.".formatted(MOST))
                    .refused();
        }
    }

    Attached with(AttachmentRef file) {
        requireRoom();
        return new Attached(Stream.concat(files.stream(), Stream.of(file)).toList());
    }

    Attached without(UUID id) {
        return new Attached(files.stream().filter(file -> !file.id().equals(id)).toList());
    }
}
