package dev.fieldservice.ticket.assets;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.ticket.customers.Belonging;
import jakarta.persistence.Entity;
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

    protected Asset() {}

    static Asset register(AssetDetails details, By by) {
        Asset asset = new Asset();
        asset.id = Ids.next();
        asset.customerId = details.customerId();
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
