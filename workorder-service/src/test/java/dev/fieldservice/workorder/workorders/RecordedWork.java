package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.testing.Walk;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.labour.NewTimeEntry;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.parts.PartUsage;
import dev.fieldservice.workorder.parts.Refrigerant;
import dev.fieldservice.workorder.signatures.Maria;
import dev.fieldservice.workorder.signatures.Signature;
import dev.fieldservice.workorder.signatures.SigningContent;
import dev.fieldservice.workorder.visits.Attendance;
import dev.fieldservice.workorder.visits.Clocks;
import dev.fieldservice.workorder.visits.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The rows that the database would hold beside the order's own: its visits and all that was recorded on it. */
final class RecordedWork {

    private final Map<UUID, Visit> visits = new LinkedHashMap<>();
    private final List<PartUsage> usages = new ArrayList<>();
    private final List<TimeEntry> times = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();

    void keep(Visit visit) {
        visits.putIfAbsent(visit.appointmentId(), visit);
    }

    Optional<Visit> visit(UUID appointment) {
        return Optional.ofNullable(visits.get(appointment));
    }

    Optional<Visit> lastVisitThatIsOver() {
        return List.copyOf(visits.values()).reversed().stream()
                .filter(visit -> visit.state().isOver())
                .findFirst();
    }

    Optional<PartUsage> use(WorkOrder order, By by) {
        return made(() -> Refrigerant.used(order, there(by), by), usages);
    }

    Optional<PartUsage> takeBack(WorkOrder order, PartUsage usage, By by) {
        return made(() -> Refrigerant.takenBack(order, usage, by), usages);
    }

    Optional<TimeEntry> spend(WorkOrder order, NewTimeEntry entry, By by) {
        return made(() -> TimeEntry.of(order, there(by), entry, Clocks.USUAL, by), times);
    }

    Optional<Signature> sign(WorkOrder order, By by) {
        return made(() -> Maria.signs(order, done(), by), signatures);
    }

    private Attendance there(By by) {
        return Attendance.of(List.copyOf(visits.values()), by.id());
    }

    /** Any of them; empty if there is none. */
    Optional<PartUsage> usage(int which) {
        return usages.isEmpty() ? Optional.empty() : Optional.of(usages.get(which % usages.size()));
    }

    Done done() {
        return new Done(usages, times, List.of(), List.of());
    }

    Optional<Signature> signature() {
        return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures.getLast());
    }

    boolean isSignedExactly(WorkOrder order) {
        return signature().orElseThrow().verifies(SigningContent.of(order, done()));
    }

    /** Whatever was taken back has its entry, which does not count. */
    int entries() {
        long takenBack = usages.stream().filter(PartUsage::isReversed).count();
        return usages.size() - (int) takenBack + times.size() + signatures.size();
    }

    /** Empty if it was refused. */
    private static <E> Optional<E> made(Supplier<E> recording, List<E> kept) {
        AtomicReference<E> entry = new AtomicReference<>();
        if (!Walk.isTaken(() -> entry.set(recording.get()))) {
            return Optional.empty();
        }
        kept.add(entry.get());
        return Optional.of(entry.get());
    }
}
