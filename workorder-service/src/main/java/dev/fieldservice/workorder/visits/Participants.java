package dev.fieldservice.workorder.visits;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Whoever was of the crew when somebody had set out; a list of its own type, so that it is read back as what it was. */
record Participants(List<Assignment.Technician> people) {

    static final Participants NOBODY = new Participants(List.of());

    Optional<Assignment.Technician> find(UUID id) {
        return people.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whoever is among them already stays as they are. */
    Participants and(List<Assignment.Technician> more) {
        return new Participants(Stream.concat(
                        people.stream(),
                        more.stream().filter(one -> find(one.id()).isEmpty()))
                .toList());
    }

    Participants named(List<Assignment.Technician> known) {
        return new Participants(Assignment.named(people, known));
    }

    List<UUID> ids() {
        return people.stream().map(Assignment.Technician::id).toList();
    }
}
