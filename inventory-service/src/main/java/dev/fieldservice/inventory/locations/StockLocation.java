package dev.fieldservice.inventory.locations;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.events.InventoryEvent;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A place that holds stock: a warehouse, or the vehicle of a technician. */
@Entity
public class StockLocation extends Aggregate {

    @Enumerated(EnumType.STRING)
    LocationKind kind;

    String name;
    UUID technicianId;
    String responsible;

    protected StockLocation() {}

    static StockLocation register(StockLocationDetails details, By by) {
        StockLocation location = new StockLocation();
        location.id = Ids.next();
        location.set(details);
        location.note("REGISTERED", by, by.at(), details.name());
        return location;
    }

    void change(StockLocationDetails details, By by) {
        set(details);
        note("CHANGED", by, by.at(), details.name());
    }

    /** Whom it serves: all, or whose it was and will be. Empty if nothing of that changes. */
    Optional<List<UUID>> others(StockLocationDetails details) {
        return kind == details.kind() && Objects.equals(technicianId, details.technicianId())
                ? Optional.empty()
                : Optional.of(Stream.of(technicianId, details.technicianId())
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private void set(StockLocationDetails details) {
        if (details.technicianId() != null && details.kind() != LocationKind.VEHICLE) {
            throw Refusal.RuleViolated.at(
                    "/technicianId",
                    "only-vehicles-have-a-technician",
                    "A warehouse is nobody's own. Leave the technician out.");
        }
        kind = details.kind();
        name = details.name();
        technicianId = details.technicianId();
        responsible = details.responsible();
        tell();
    }

    /** Raises the event that carries its state as it is. */
    public void tell() {
        raise(new InventoryEvent.LocationRegistered(this, kind.name(), name, technicianId));
    }

    public String name() {
        return name;
    }

    /** Who has to clear up what does not add up here. */
    public String owner() {
        return Objects.requireNonNullElse(responsible, Role.STOREKEEPER);
    }

    @Override
    public String kind() {
        return "stock-location";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
