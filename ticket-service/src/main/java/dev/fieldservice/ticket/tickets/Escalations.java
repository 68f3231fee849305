package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.ticket.contracts.Promise.Urgency;
import dev.fieldservice.ticket.escalations.EscalationPlan;
import dev.fieldservice.ticket.promises.Clocks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who was told by name of a ticket's promised times, in the order of time. */
record Escalations(List<Escalation> all) {

    static final Escalations NONE = new Escalations(List.of());

    /** In the query of a list: the caller, or anybody by the subject of their access token. */
    static final String WHOSE = "^(me|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$";

    /** SQL of the column that says whom the tickets are escalated to. */
    static final String TO = "escalated_to @> array[cast(? as uuid)]";

    /** @param whose null if the caller did not ask for anybody's */
    static UUID person(String whose, CurrentRequest request) {
        return whose == null ? null : whose.equals("me") ? request.caller().id() : UUID.fromString(whose);
    }

    /** Of the marks that one clock has come to at once the highest of which anybody is told. */
    static List<Escalation> of(List<Clocks.Mark> marks, EscalationPlan plan, Priority priority, Instant now) {
        Urgency urgency = Urgency.valueOf(priority.name());
        return Stream.of(Clocks.Kind.values())
                .flatMap(clock -> marks.stream()
                        .filter(mark -> mark.kind() == clock)
                        .sorted(Comparator.comparing(Clocks.Mark::percent).reversed())
                        .map(mark -> of(mark, plan, urgency, now))
                        .filter(told -> !told.isEmpty())
                        .findFirst()
                        .stream()
                        .flatMap(List::stream))
                .toList();
    }

    private static List<Escalation> of(Clocks.Mark mark, EscalationPlan plan, Urgency urgency, Instant now) {
        return plan.told(urgency, mark.percent()).stream()
                .map(person -> new Escalation(
                        Ids.next(), mark.kind(), mark.percent(), mark.at(), person.personId(), person.name(), now))
                .toList();
    }

    Escalations with(List<Escalation> more) {
        return new Escalations(Stream.concat(all.stream(), more.stream()).toList());
    }

    UUID[] people() {
        return all.stream().map(Escalation::personId).distinct().toArray(UUID[]::new);
    }

    /** Empty where the same person was told of more since. */
    Optional<Escalation> standing(UUID id) {
        return all.stream()
                .filter(one -> one.id().equals(id) && all.stream().noneMatch(one::isOvertakenBy))
                .findFirst();
    }
}
