package dev.fieldservice.ticket.assets;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.corrections.Correction.About;
import dev.fieldservice.ticket.corrections.Corrections;
import dev.fieldservice.ticket.locations.ServiceLocation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.LockMode;

/** Changes machines together with what they are a part of, and what is a part of them. */
@ApplicationScoped
class Assets {

    private final Corrections corrections;

    Assets(Corrections corrections) {
        this.corrections = corrections;
    }

    static Uni<Asset> register(Tx tx, AssetDetails details) {
        return requireSite(tx, details).chain(() -> tx.add(Asset.register(details, tx.by())));
    }

    /** Ready to be changed. Where it goes to another site, its parts go with it. */
    Uni<Asset> loadToChange(Tx tx, UUID id, AssetDetails details) {
        return Tree.hold(tx, id)
                .chain(() -> requireSite(tx, details))
                .chain(site -> tx.load(Asset.class, id)
                        .call(found -> corrections.follow(
                                tx, found, found.differsFrom(details), About.ASSET, details.customerId()))
                        .call(found -> move(tx, found, site)));
    }

    private static Uni<Void> move(Tx tx, Asset machine, ServiceLocation to) {
        if (machine.standsAt(to)) {
            return Uni.createFrom().voidItem();
        }
        if (machine.whole().isPresent()) {
            throw Refusal.RuleViolated.at(
                    "/locationId", "stands-with-whole", "It is a part of a machine. Take it out first.");
        }
        return moveWithParts(tx, machine, to);
    }

    private static Uni<Void> moveWithParts(Tx tx, Asset machine, ServiceLocation to) {
        return tx.session()
                .find(ServiceLocation.class, machine.locationId)
                .call(from -> Tree.parts(tx, machine.id())
                        .invoke(parts -> parts.forEach(part -> part.move(from, to, tx.by()))))
                .invoke(from -> machine.move(from, to, tx.by()))
                .replaceWithVoid();
    }

    /** It stands where the whole stands from then on, with its own parts. */
    static Uni<Asset> install(Tx tx, UUID id, UUID wholeId) {
        return Tree.hold(tx, id)
                .chain(() -> tx.load(Asset.class, id))
                .call(part -> whole(tx, wholeId)
                        .invoke(whole -> require(part, whole))
                        .call(whole -> Tree.requireRoom(tx, part, whole))
                        .call(whole -> tx.session()
                                .find(ServiceLocation.class, whole.locationId, LockMode.PESSIMISTIC_READ)
                                .chain(site -> part.standsAt(site)
                                        ? Uni.createFrom().voidItem()
                                        : moveWithParts(tx, part, site)))
                        .call(whole -> leave(tx, part))
                        .invoke(whole -> {
                            part.install(whole, tx.by());
                            tx.note(whole.subject(), "PART_INSTALLED", part.name);
                        }));
    }

    private static void require(Asset part, Asset whole) {
        if (whole == null || !whole.customerId.equals(part.customerId)) {
            throw Refusal.RuleViolated.unknown("/wholeId", "asset");
        }
        if (whole.isRetired()) {
            throw Refusal.RuleViolated.at("/wholeId", "asset-is-retired", "This machine has been retired.");
        }
    }

    static Uni<Asset> takeOut(Tx tx, UUID id, String reason) {
        return Tree.hold(tx, id)
                .chain(() -> tx.load(Asset.class, id))
                .invoke(Asset::requirePart)
                .call(part -> leave(tx, part))
                .invoke(part -> part.takeOut(reason, tx.by()));
    }

    private static Uni<Void> leave(Tx tx, Asset part) {
        return part.whole()
                .map(before -> whole(tx, before)
                        .invoke(whole -> tx.note(whole.subject(), "PART_TAKEN_OUT", part.name))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    static Uni<Asset> retire(Tx tx, UUID id, String reason) {
        return tx.load(Asset.class, id)
                .call(() -> Tree.requireNoPartInUse(tx, id))
                .invoke(asset -> asset.retire(tx.by(), reason));
    }

    static Uni<Asset> reinstate(Tx tx, UUID id, String reason) {
        return Tree.hold(tx, id)
                .chain(() -> tx.load(Asset.class, id))
                .call(part -> part.whole()
                        .map(known ->
                                whole(tx, known).invoke(Assets::requireInUse).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .invoke(asset -> asset.reinstate(tx.by(), reason));
    }

    private static void requireInUse(Asset whole) {
        if (whole.isRetired()) {
            throw new Refusal.Conflict("whole-is-retired", "The machine that it is a part of has been retired.")
                    .refused();
        }
    }

    /** Nobody retires it until the commit; null if there is none. */
    private static Uni<Asset> whole(Tx tx, UUID id) {
        return tx.session().find(Asset.class, id, LockMode.PESSIMISTIC_READ);
    }

    /** Until the commit it stays whose it is. */
    private static Uni<ServiceLocation> requireSite(Tx tx, AssetDetails details) {
        return tx.session()
                .find(ServiceLocation.class, details.locationId(), LockMode.PESSIMISTIC_READ)
                .map(site -> {
                    if (site == null || !site.belongsTo(details.customerId())) {
                        throw Refusal.RuleViolated.unknown("/locationId", "service location");
                    }
                    return site;
                });
    }
}
