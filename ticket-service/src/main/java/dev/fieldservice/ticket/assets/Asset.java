package dev.fieldservice.ticket.assets;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.ticket.assets.AssetLifecycle.Command;
import dev.fieldservice.ticket.assets.AssetLifecycle.State;
import dev.fieldservice.ticket.customers.Belonging;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** A machine of the customer's that is kept running. */
@Entity
public class Asset extends Aggregate {

    UUID customerId;
    UUID locationId;
    String name;
    String serialNumber;
    String manufacturer;
    String model;

    @Enumerated(EnumType.STRING)
    State state;

    /** Null while it is in use, and so is the reason. */
    Instant retiredAt;

    String retiredBecause;

    protected Asset() {}

    public static Asset register(AssetDetails details, By by) {
        Asset asset = new Asset();
        asset.id = Ids.next();
        asset.customerId = details.customerId();
        asset.state = State.IN_USE;
        asset.set(details);
        asset.note("REGISTERED", by, by.at(), null);
        return asset;
    }

    /** False for the same once more. */
    boolean differsFrom(AssetDetails details) {
        return !new AssetDetails(customerId, locationId, name, serialNumber, manufacturer, model).equals(details);
    }

    void change(AssetDetails details, By by) {
        Belonging.requireUnchanged(customerId, details.customerId());
        if (differsFrom(details)) {
            set(details);
            note("CHANGED", by, by.at(), null);
        }
    }

    /** Open tickets for it go on. */
    void retire(By by, String reason) {
        state = move(AssetLifecycle.TABLE, state, Command.RETIRE, by, by.at(), reason);
        retiredAt = by.at();
        retiredBecause = reason;
    }

    /** Refused with 409 where another machine has its serial number by now. */
    void reinstate(By by, String reason) {
        state = move(AssetLifecycle.TABLE, state, Command.REINSTATE, by, by.at(), reason);
        retiredAt = null;
        retiredBecause = null;
    }

    public boolean isRetired() {
        return state == State.RETIRED;
    }

    private void set(AssetDetails details) {
        locationId = details.locationId();
        name = details.name();
        serialNumber = details.serialNumber();
        manufacturer = details.manufacturer();
        model = details.model();
    }

    public AssetRef ref() {
        return new AssetRef(id, name, serialNumber, manufacturer, model);
    }

    @Override
    public String kind() {
        return "asset";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
