package dev.fieldservice.ticket.locations;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.corrections.Correction.About;
import dev.fieldservice.ticket.corrections.Corrections;
import dev.fieldservice.ticket.customers.Belonging;
import dev.fieldservice.ticket.externalids.ExternalId;
import dev.fieldservice.ticket.externalids.Named;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Changes sites, and has open tickets follow. */
@ApplicationScoped
class ServiceLocations {

    private final Corrections corrections;

    ServiceLocations(Corrections corrections) {
        this.corrections = corrections;
    }

    static Uni<ServiceLocation> register(Tx tx, ServiceLocationDetails details, By by) {
        return Belonging.requireCustomer(tx, details.customerId())
                .chain(() -> tx.add(ServiceLocation.register(details, by)));
    }

    /** Ready to be changed. */
    Uni<ServiceLocation> loadToChange(Tx tx, UUID id, ServiceLocationDetails details) {
        return tx.load(ServiceLocation.class, id).call(found -> follow(tx, found, details));
    }

    /** Registers what the other system knows, or changes it: sent again, it changes nothing. */
    Uni<ServiceLocation> enter(Tx tx, ServiceLocationUpsert wanted, By by) {
        return Named.SERVICE_LOCATION
                .lockedOwner(tx, ServiceLocation.class, wanted.externalId(), ServiceLocation::isCalled)
                .chain(owner -> owner.map(
                                found -> change(tx, found, wanted.location().keeping(found.calendar), by))
                        .orElseGet(() -> register(tx, wanted.location(), by)))
                .onFailure(Refused.class)
                .transform(refused -> refused.within("/location"))
                .invoke(location -> location.isKnownAs(wanted.externalId(), by));
    }

    private Uni<ServiceLocation> change(Tx tx, ServiceLocation found, ServiceLocationDetails details, By by) {
        return follow(tx, found, details)
                .invoke(() -> found.change(details, by))
                .replaceWith(found);
    }

    private Uni<Void> follow(Tx tx, ServiceLocation found, ServiceLocationDetails details) {
        return corrections.follow(tx, found, found.differsFrom(details), About.SITE, details.customerId());
    }

    static Uni<ServiceLocation> name(Tx tx, UUID id, ExternalId externalId) {
        return Named.SERVICE_LOCATION
                .requireFree(tx, externalId, id)
                .chain(() -> tx.load(ServiceLocation.class, id))
                .invoke(location -> location.isKnownAs(externalId, tx.by()));
    }
}
