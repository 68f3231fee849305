package dev.fieldservice.ticket.assets;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.assets.AssetLifecycle.Command;
import dev.fieldservice.ticket.assets.AssetLifecycle.State;
import dev.fieldservice.ticket.customers.Belonging;
import dev.fieldservice.ticket.locations.ServiceLocation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
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

    /** The machine that it is a part of, at the same site; null for one that stands by itself. */
    UUID partOf;

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

    public boolean standsAt(ServiceLocation site) {
        return locationId.equals(site.id());
    }

    Optional<UUID> whole() {
        return Optional.ofNullable(partOf);
    }

    void move(ServiceLocation from, ServiceLocation to, By by) {
        locationId = to.id();
        note(
                "MOVED",
                by,
                by.at(),
                "%s → %s".formatted(from.ref().name(), to.ref().name()));
    }

    /** Refused with 409 where it is in there already, or has been retired. */
    void install(Asset whole, By by) {
        if (isRetired()) {
            throw new Refusal.Conflict("asset-is-retired", "This machine has been retired.").refused();
        }
        if (whole.id().equals(partOf)) {
            throw new Refusal.Conflict("installed", "It is a part of this machine already.").refused();
        }
        partOf = whole.id();
        note("INSTALLED", by, by.at(), whole.name);
    }

    void requirePart() {
        if (partOf == null) {
            throw new Refusal.Conflict("not-a-part", "It is not a part of a machine.").refused();
        }
    }

    void takeOut(String reason, By by) {
        partOf = null;
        note("TAKEN_OUT", by, by.at(), reason);
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
