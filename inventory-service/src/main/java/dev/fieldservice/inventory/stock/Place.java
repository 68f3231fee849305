package dev.fieldservice.inventory.stock;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.locations.Transit;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/** A part at a location, as far as this service knows the two. */
record Place(UUID partId, UUID locationId, Optional<Part> part, Optional<StockLocation> location) {

    static Uni<Place> of(Tx tx, UUID partId, UUID locationId) {
        return tx.session()
                .find(Part.class, partId)
                .chain(part -> tx.session()
                        .find(StockLocation.class, locationId)
                        .map(location -> new Place(
                                partId, locationId, Optional.ofNullable(part), Optional.ofNullable(location))));
    }

    /** The same for what is held against the part as it is: whoever changes the part waits. */
    static Uni<Place> held(Tx tx, UUID partId, UUID locationId) {
        return tx.session().find(Part.class, partId, LockMode.PESSIMISTIC_READ).chain(() -> of(tx, partId, locationId));
    }

    boolean isSerialised() {
        return part.map(Part::isSerialised).orElse(false);
    }

    String partName() {
        return part.map(Part::name).orElse("unknown part " + partId);
    }

    String locationName() {
        return locationId.equals(Transit.ID)
                ? Transit.NAME
                : location.map(StockLocation::name).orElse("unknown location " + locationId);
    }

    String owner() {
        return location.map(StockLocation::owner).orElse(Role.STOREKEEPER);
    }
}
