package dev.fieldservice.ticket.closedjobs;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.coverage.JobReport;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.SqlTypes;

/** What machines remember of a job, as it was closed the last time; its id is the job's. */
@Entity
public class ClosedJob {

    private static final String COUNTS =
            "select id, jsonb_array_length(parts -> 'items') as parts from closed_job where id in :ids";

    @Id
    UUID id;

    UUID ticketId;

    /** Null where no machine was named. */
    UUID assetId;

    String number;
    int closureNumber;
    String outcome;
    Instant closedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    Parts parts;

    protected ClosedJob() {}

    /** As they are stored. */
    record Parts(List<PartReplaced> items) {}

    /** Whoever calls holds the lock of the ticket. What comes late says nothing new. */
    public static Uni<Void> keep(Tx tx, JobReport report) {
        return tx.session().find(ClosedJob.class, report.orderId()).chain(known -> {
            if (known != null) {
                known.hear(report);
                return Uni.createFrom().voidItem();
            }
            ClosedJob job = new ClosedJob();
            job.id = report.orderId();
            job.ticketId = report.ticketId();
            job.hear(report);
            return tx.session().persist(job);
        });
    }

    /** What each of them used; none of what was closed before this was kept. */
    public static Uni<Map<UUID, List<PartReplaced>>> parts(Mutiny.Session session, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery("from ClosedJob where id in :ids", ClosedJob.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(jobs -> jobs.stream().collect(Collectors.toMap(job -> job.id, job -> job.parts.items())));
    }

    /** How many each of them used. */
    public static Uni<Map<UUID, Integer>> partCounts(Mutiny.Session session, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(COUNTS, Tuple.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(
                                        row -> row.get("id", UUID.class), row -> row.get("parts", Integer.class))));
    }

    private void hear(JobReport report) {
        if (report.closureNumber() <= closureNumber) {
            return;
        }
        assetId = report.asset() == null ? null : report.asset().id();
        number = report.orderNumber();
        closureNumber = report.closureNumber();
        outcome = report.outcome();
        closedAt = report.closedAt();
        parts = new Parts(report.usages().stream().map(PartReplaced::of).toList());
    }
}
