package dev.fieldservice.workorder.visits;

import dev.fieldservice.contracts.Quantity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who goes, when, and with what. */
public record Assignment(List<Technician> technicians, Window window, List<PlannedPart> plannedParts) {

    /** @param id also the subject of the technician's access token */
    @Schema(name = "AssignedTechnician")
    public record Technician(UUID id, String name, boolean lead) {}

    @Schema(name = "VisitWindow", description = "When the visit is planned")
    public record Window(Instant start, Instant end) {}

    @Schema(name = "PartToTake", description = "A part to take along")
    public record PlannedPart(UUID partId, Quantity quantity) {}

    public Assignment withoutTechnicians() {
        return new Assignment(List.of(), window, plannedParts);
    }

    public Assignment without(UUID technician) {
        List<Technician> others =
                technicians.stream().filter(t -> !t.id().equals(technician)).toList();
        return new Assignment(others, window, plannedParts);
    }

    /** The same people, by the names that they have now. */
    public Assignment named(List<Technician> known) {
        return new Assignment(named(technicians, known), window, plannedParts);
    }

    /** Whoever is not among those known keeps their name. */
    static List<Technician> named(List<Technician> technicians, List<Technician> known) {
        return technicians.stream()
                .map(one -> known.stream()
                        .filter(other -> other.id().equals(one.id()))
                        .findFirst()
                        .map(other -> new Technician(one.id(), other.name(), one.lead()))
                        .orElse(one))
                .toList();
    }

    /** One of a crew who is missed, but without whom the others still go: not the lead, who answers for them. */
    public boolean goesOnWithout(UUID technician) {
        return technicians.size() > 1 && !lead().id().equals(technician);
    }

    public boolean hasSameCrewAndTime(Assignment other) {
        return Arrays.equals(technicianIds(), other.technicianIds()) && window.equals(other.window);
    }

    public UUID[] technicianIds() {
        return technicians.stream().map(Technician::id).sorted().toArray(UUID[]::new);
    }

    public Optional<Technician> technician(UUID id) {
        return technicians.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** The one who answers for the team. */
    public Technician lead() {
        return technicians.stream().filter(Technician::lead).findFirst().orElseGet(technicians::getFirst);
    }

    public String words() {
        String names = technicians.stream().map(Technician::name).collect(Collectors.joining(", "));
        return "%s, %s to %s".formatted(names, window.start(), window.end());
    }
}
