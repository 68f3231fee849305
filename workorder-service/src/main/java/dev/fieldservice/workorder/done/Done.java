package dev.fieldservice.workorder.done;

import dev.fieldservice.workorder.labour.TimeEntries;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.parts.PartUsage;
import dev.fieldservice.workorder.parts.PartUsages;
import dev.fieldservice.workorder.photos.PhotoHash;
import dev.fieldservice.workorder.refrigerants.RefrigerantEntries;
import dev.fieldservice.workorder.refrigerants.RefrigerantEntry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What was done on a work order: all that was used and all the time it took, oldest first. Who signs it, bills it or shows it
 * reads it once, in four queries.
 *
 * @param refrigerant what the customer signs of it
 * @param photos those that stand, oldest first
 */
public record Done(
        List<PartUsage> usages, List<TimeEntry> times, List<RefrigerantEntry> refrigerant, List<PhotoHash> photos) {

    public static Uni<Done> on(Mutiny.Session session, UUID orderId) {
        return PartUsages.all(session, orderId)
                .chain(usages -> TimeEntries.all(session, orderId)
                        .chain(times -> RefrigerantEntries.onPaper(session, orderId)
                                .chain(refrigerant -> PhotoHash.standing(session, orderId)
                                        .map(photos -> new Done(usages, times, refrigerant, photos)))));
    }

    /** The usages that were not taken back: what is in the machine and to be paid for. */
    public List<PartUsage> counted() {
        return usages.stream().filter(PartUsage::counts).toList();
    }

    /** The work and the drives that were not taken back: what the customer signs and pays for. */
    public List<TimeEntry> countedTimes() {
        return times.stream().filter(TimeEntry::isCharged).toList();
    }

    /** The work that was not taken back, of all who did it together; what each drove is not in it. */
    public Duration labour() {
        return countedTimes().stream().map(TimeEntry::labour).reduce(Duration.ZERO, Duration::plus);
    }

    public List<UUID> reversedIds() {
        return usages.stream().filter(PartUsage::isReversed).map(PartUsage::id).toList();
    }
}
