package dev.fieldservice.ticket.escalations;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.promises.PromisedClock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator enters about who is told of promised times. */
public record EscalationPlanDetails(
        @NotNull @Size(max = 40) @Schema(description = "Several may be told of the same")
        List<@NotNull @Valid EscalatedPerson> people) {

    /** Refused with 422 where somebody or something is named twice, or at what is no mark of a promised time. */
    void require() {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            EscalatedPerson person = people.get(i);
            String pointer = "/people/" + i;
            if (!seen.add(person.personId())) {
                throw Refusal.RuleViolated.at(pointer + "/personId", "repeated", "Each person stands once.");
            }
            require(person.levels(), pointer + "/levels/");
        }
    }

    private static void require(List<EscalatedPerson.Level> levels, String pointer) {
        for (int i = 0; i < levels.size(); i++) {
            if (!PromisedClock.MARKS.contains(levels.get(i).percent())) {
                throw Refusal.RuleViolated.at(
                        pointer + i + "/percent", "no-mark", "A promised time is told of at 50, 75 and 100 percent.");
            }
            if (levels.subList(0, i).contains(levels.get(i))) {
                throw Refusal.RuleViolated.at(pointer + i, "repeated", "Each level stands once.");
            }
        }
    }

    String words() {
        return people.stream()
                .map(person -> person.enabled() ? person.name() : person.name() + " (disabled)")
                .collect(Collectors.joining(", "));
    }
}
