package dev.fieldservice.workorder.photos;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.documents.ReceivedFile;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.errands.WorkOrderErrand;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderCommands.Put;
import dev.fieldservice.workorder.worktypes.Checklist;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the photos of a work order, and makes what is added to them. */
@ApplicationScoped
class Photos {

    private final Files files;
    private final Errands errands;
    private final TimesConfig times;
    private final PhotosConfig config;

    Photos(Files files, Errands errands, TimesConfig times, PhotosConfig config) {
        this.files = files;
        this.errands = errands;
        this.times = times;
        this.config = config;
    }

    /** The one that is there already, if it is the same; refused with 409 if it is another. */
    Uni<Put<Photo>> put(Tx tx, WorkOrder order, NewPhoto request, ReceivedFile file) {
        return tx.session()
                .find(Photo.class, request.id())
                .chain(known -> known == null
                        ? add(tx, order, request, file).map(made -> new Put<>(made, true))
                        : Uni.createFrom().item(new Put<>(known.requireSame(order.id(), request, file), false)));
    }

    /** Refused like the photo itself would be, before it is received. */
    void requireTaken(WorkOrder order, NewPhoto request, By by) {
        Photo.requireTaken(order, mayBeTaken(order, request, by), by);
    }

    /** A job may be closed in the moment in which it is completed, while phones still send what was shown before. */
    private boolean mayBeTaken(WorkOrder order, NewPhoto request, By by) {
        if (order.isOpen()) {
            return true;
        }
        Instant closed = order.facts().closedAt();
        boolean isOfBefore = request.takenAt() == null || !request.takenAt().isAfter(closed.plus(times.ahead()));
        return isOfBefore && by.at().isBefore(closed.plus(config.afterClosing()));
    }

    private Uni<Photo> add(Tx tx, WorkOrder order, NewPhoto request, ReceivedFile file) {
        ReceivedFile kept = config.keepPlace() ? file : file.withoutPlace();
        requireAsset(order, request.assetId());
        requireItem(order, request.itemCode());
        return requireUsage(tx.session(), order.id(), request.usageId())
                .map(found -> new Photo(order, mayBeTaken(order, request, tx.by()), request, kept, times, tx.by()))
                .call(photo -> files.claim(tx, file.kept().sha256(), photo.id()))
                .call(photo -> file.kind().hasThumbnail()
                        ? errands.later(
                                tx,
                                WorkOrderErrand.PHOTO_THUMBNAIL,
                                order.subject(),
                                new Thumbnails.Content(photo.id()),
                                tx.by().at())
                        : Uni.createFrom().voidItem());
    }

    private static void requireAsset(WorkOrder order, UUID assetId) {
        AssetRef asset = order.jobCard().asset();
        if (assetId != null && (asset == null || !assetId.equals(asset.id()))) {
            throw Refusal.RuleViolated.unknown("assetId", "machine on this job");
        }
    }

    private static void requireItem(WorkOrder order, String itemCode) {
        boolean isAsked = order.fulfilment()
                .checklist()
                .flatMap(Checklist::known)
                .flatMap(asked -> asked.question(itemCode))
                .isPresent();
        if (itemCode != null && !isAsked) {
            throw Refusal.RuleViolated.unknown("itemCode", "question on this job");
        }
    }

    private static Uni<Void> requireUsage(Mutiny.Session session, UUID order, UUID usageId) {
        return usageId == null
                ? Uni.createFrom().voidItem()
                : session.createSelectionQuery(
                                "select count(*) from PartUsage where id = :usage and workOrderId = :order", Long.class)
                        .setParameter("usage", usageId)
                        .setParameter("order", order)
                        .getSingleResult()
                        .invoke(found -> {
                            if (found == 0) {
                                throw Refusal.RuleViolated.unknown("usageId", "part usage on this job");
                            }
                        })
                        .replaceWithVoid();
    }

    /** Refused with 404 where this order has no such photo. */
    static Uni<Photo> withdraw(Tx tx, WorkOrder order, UUID photoId, String why) {
        return find(tx.session(), order, photoId).invoke(photo -> photo.withdraw(order, why, tx.by()));
    }

    /** Refused with 404 where this order has no such photo. */
    static Uni<Photo> find(Mutiny.Session session, WorkOrder order, UUID photoId) {
        return session.find(Photo.class, photoId).invoke(found -> {
            if (found == null || !found.isOf(order.id())) {
                throw none();
            }
        });
    }

    /** Those that stand, in the order in which they were taken. */
    static Uni<List<Photo>> standing(Mutiny.Session session, UUID order) {
        return session.createSelectionQuery(
                        "from Photo where workOrderId = :order and withdrawal is null order by takenAt, id",
                        Photo.class)
                .setParameter("order", order)
                .getResultList();
    }

    static RuntimeException none() {
        return new Refusal.NotFound("photo").refused();
    }
}
