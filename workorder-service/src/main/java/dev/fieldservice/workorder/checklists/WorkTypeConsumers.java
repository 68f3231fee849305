package dev.fieldservice.workorder.checklists;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.worktypes.KnownWorkType;
import dev.fieldservice.workorder.worktypes.WorkType;
import io.smallrye.mutiny.Uni;

/** What dispatch tells of a kind of work: jobs that have not begun follow it, those that have keep what they began with. */
public final class WorkTypeConsumers {

    /** In the order of their ids, as whoever else locks several does. A job that began before anything was heard follows once. */
    private static final String FOLLOW = """
            update work_order
               set checklist = jsonb_set(checklist, array['type'], (select told from known_work_type where work_type_id = ?1)),
                   version = version + 1,
                   changed_at = greatest(changed_at + interval '1 microsecond', cast(?2 as timestamptz))
             where id in (select id from work_order
                           where work_type_id = ?1 and state <> 'CLOSED'
                             and (not cast(checklist ->> 'begun' as boolean) or checklist -> 'type' is null)
                           order by id for update)""";

    private WorkTypeConsumers() {}

    public static Uni<Void> defined(Tx tx, WorkType type) {
        return KnownWorkType.lock(tx, type.workTypeId())
                .chain(known ->
                        known.hear(type) ? follow(tx, type) : Uni.createFrom().voidItem());
    }

    private static Uni<Void> follow(Tx tx, WorkType type) {
        return tx.session()
                .flush()
                .chain(() -> tx.session()
                        .createNativeQuery(FOLLOW)
                        .setParameter(1, type.workTypeId())
                        .setParameter(2, tx.by().at())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
