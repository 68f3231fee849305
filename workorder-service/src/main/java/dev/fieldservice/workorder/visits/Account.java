package dev.fieldservice.workorder.visits;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found on a visit and what was done, in the words of whoever was there; each null where nobody said it. */
public record Account(UUID visitId, String found, String done) {

    public Account withDone(String said) {
        return new Account(visitId, found, said);
    }

    @JsonIgnore
    boolean isEmpty() {
        return found == null && done == null;
    }

    /** For people who read the history. */
    public String words() {
        return Stream.of(found, done).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
