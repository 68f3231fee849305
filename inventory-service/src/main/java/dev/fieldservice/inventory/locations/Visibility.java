package dev.fieldservice.inventory.locations;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.security.Caller;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Visibility of stock: a technician sees the warehouses and their own vehicle, the office all places. */
public record Visibility(Optional<UUID> driver) {

    private static final Set<String> OFFICE =
            Set.of(Role.STOREKEEPER, Role.BUYER, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN);

    public static Visibility of(Caller caller) {
        boolean isOffice = !Collections.disjoint(caller.roles(), OFFICE);
        return new Visibility(isOffice ? Optional.empty() : Optional.of(caller.id()));
    }

    public boolean includes(StockLocation location) {
        return driver.isEmpty()
                || location.kind == LocationKind.WAREHOUSE
                || driver.get().equals(location.technicianId);
    }

    /** True of the driver's own vehicle, and of all places for the office. */
    public boolean isOwn(StockLocation location) {
        return driver.isEmpty() || driver.get().equals(location.technicianId);
    }

    /** HQL on stock locations; to be continued and with {@link #parameters}. */
    String ofLocations() {
        return driver.isEmpty() ? "" : " and (kind = WAREHOUSE or technicianId = :driver)";
    }

    /** HQL on whatever has a {@code locationId}. */
    public String ofStock() {
        return ofStock("locationId");
    }

    /** @param location where the id of the place stands */
    public String ofStock(String location) {
        return driver.isEmpty()
                ? ""
                : " and " + location + " in (select place.id from StockLocation place"
                        + " where place.kind = WAREHOUSE or place.technicianId = :driver)";
    }

    public Map<String, Object> parameters() {
        return driver.<Map<String, Object>>map(id -> Map.of("driver", id)).orElse(Map.of());
    }
}
