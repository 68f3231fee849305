package dev.fieldservice.workorder.worktypes;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * This service's copy of a work type in its newest version. Work types and assignments come on topics of their own: whichever
 * comes first, this row is locked before the orders are looked for, so that no job misses a version.
 */
@Entity
public class KnownWorkType {

    private static final String ROW =
            "insert into known_work_type (work_type_id, work_type_version) values (?1, -1) on conflict do nothing";

    @Id
    UUID workTypeId;

    long workTypeVersion;

    /** Null before the first that was heard. */
    @JdbcTypeCode(SqlTypes.JSON)
    WorkType told;

    protected KnownWorkType() {}

    /** Refused with 422 where nothing was heard of it yet. */
    public static Uni<Void> require(Tx tx, UUID workTypeId) {
        return workTypeId == null
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .find(KnownWorkType.class, workTypeId)
                        .invoke(known -> {
                            if (known == null || known.told == null) {
                                throw Refusal.RuleViolated.unknown("/workTypeId", "work type");
                            }
                        })
                        .replaceWithVoid();
    }

    /** For a version that comes. */
    public static Uni<KnownWorkType> lock(Tx tx, UUID workTypeId) {
        return row(tx, workTypeId, LockMode.PESSIMISTIC_WRITE);
    }

    /**
     * The newest that is known, for a job that is given to somebody; no newer one comes before the commit. Many jobs are given out
     * at a time.
     *
     * @param workTypeId null for a job of no kind in particular
     */
    public static Uni<Optional<WorkType>> newest(Tx tx, UUID workTypeId) {
        return workTypeId == null
                ? Uni.createFrom().item(Optional.empty())
                : row(tx, workTypeId, LockMode.PESSIMISTIC_READ).map(known -> Optional.ofNullable(known.told));
    }

    private static Uni<KnownWorkType> row(Tx tx, UUID workTypeId, LockMode lock) {
        return tx.session()
                .createNativeQuery(ROW)
                .setParameter(1, workTypeId)
                .executeUpdate()
                .chain(() -> tx.session().find(KnownWorkType.class, workTypeId, lock));
    }

    /** False if this, or something newer, was heard before. */
    public boolean hear(WorkType type) {
        boolean isNews = type.workTypeVersion() > workTypeVersion;
        if (isNews) {
            workTypeVersion = type.workTypeVersion();
            told = type;
        }
        return isNews;
    }
}
