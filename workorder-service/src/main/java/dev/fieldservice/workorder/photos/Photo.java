package dev.fieldservice.workorder.photos;

import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.documents.ReceivedFile;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.workorder.visits.DeviceTime;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.workorders.Entry;
import dev.fieldservice.workorder.workorders.Reversal;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A photo, or a document, that shows what was found and done. Its id is the phone's. It is withdrawn with a reason, and never
 * deleted.
 *
 * <p>Only the columns that change are written: its thumbnail comes later, from elsewhere.
 */
@Entity
@DynamicUpdate
public class Photo extends Entry {

    static final int MOST = 200;

    @Schema(name = "WorkOrderPhotoKind")
    public enum Kind {
        BEFORE,
        DURING,
        AFTER,
        SERIAL_PLATE,
        DOCUMENT
    }

    @Enumerated(EnumType.STRING)
    Kind kind;

    String caption;
    Instant takenAt;

    /** By the camera's clock; null where it does not say, as {@code shotAtPlace}. */
    Instant shotAt;

    @JdbcTypeCode(SqlTypes.JSON)
    GeoPoint shotAtPlace;

    UUID assetId;
    UUID usageId;

    /** Of the question that it shows something of; null where it is of none in particular. */
    String itemCode;

    String mediaType;
    Integer width;
    Integer height;
    String sentSha256;
    String sha256;
    long size;

    /** Null until there is one, and where there is none. */
    String thumbnailSha256;

    UUID technicianId;
    String technicianName;

    /** Null for as long as it stands. */
    @JdbcTypeCode(SqlTypes.JSON)
    Reversal withdrawal;

    protected Photo() {}

    /** @param mayBeTaken what the order says to whether it may be added now */
    Photo(WorkOrder order, boolean mayBeTaken, NewPhoto request, ReceivedFile file, TimesConfig times, By by) {
        super(order, "photos", mayBeTaken, by);
        requireRoom(order);
        id = request.id();
        kind = request.kind();
        caption = request.caption();
        takenAt = DeviceTime.past("takenAt", request.takenAt(), times, by);
        assetId = request.assetId();
        usageId = request.usageId();
        itemCode = request.itemCode();
        mediaType = file.kind().mediaType();
        width = file.width();
        height = file.height();
        shotAt = file.shot().at().orElse(null);
        shotAtPlace = file.shot()
                .place()
                .map(place -> new GeoPoint(place.latitude(), place.longitude()))
                .orElse(null);
        sentSha256 = file.sentSha256();
        sha256 = file.kept().sha256();
        size = file.kept().size();
        technicianId = by.id();
        technicianName = by.caller().name();
        order.fulfilment().photoTaken(kind.name());
        recorded("ADD_PHOTO", takenAt, words(), by);
    }

    /** Refused like the photo itself would be, before it is received. */
    static void requireTaken(WorkOrder order, boolean mayBeTaken, By by) {
        require(order, "photos", mayBeTaken, by);
        requireRoom(order);
    }

    private static void requireRoom(WorkOrder order) {
        if (order.fulfilment().photos() >= MOST) {
            throw new Refusal.RuleViolated("too-many-photos", "At most %d photos are kept of a job.".formatted(MOST))
                    .refused();
        }
    }

    /** Another under the same id is refused with 409. */
    Photo requireSame(UUID order, NewPhoto request, ReceivedFile file) {
        boolean isSame = isOf(order)
                && sentSha256.equals(file.sentSha256())
                && kind == request.kind()
                && Objects.equals(caption, request.caption())
                && Objects.equals(assetId, request.assetId())
                && Objects.equals(usageId, request.usageId())
                && Objects.equals(itemCode, request.itemCode());
        if (!isSame) {
            throw taken().refused();
        }
        return this;
    }

    /** Of two who choose the same id on two jobs at once, the second. */
    public static Refusal taken() {
        return new Refusal.Conflict("photo-id-taken", "Another photo has this id. Choose a new one.");
    }

    /** Whoever took it does, or who has the job now, or a supervisor. */
    void withdraw(WorkOrder order, String why, By by) {
        on(order, "photos", by);
        boolean isTheirs = by.id().equals(technicianId) || order.crew().contains(by.id());
        if (!isTheirs && !by.caller().is(Role.SUPERVISOR)) {
            throw recordedByAnother();
        }
        if (withdrawal != null) {
            throw alreadyReversed("photo");
        }
        withdrawal = Reversal.of(why, by);
        order.fulfilment().photoWithdrawn(kind.name(), id);
        changed("WITHDRAW_PHOTO", words() + ": " + why, by);
    }

    boolean isOf(UUID order) {
        return workOrderId.equals(order);
    }

    /** What was withdrawn is shown to those only who answer for it. */
    boolean isShownTo(Caller caller) {
        return withdrawal == null || caller.is(Role.SUPERVISOR) || caller.is(Role.ADMIN);
    }

    /** For people who read the history: the hash tells whether it still is that. */
    private String words() {
        return "%s%s (%s)".formatted(kind, caption == null ? "" : " " + caption, sha256);
    }
}
