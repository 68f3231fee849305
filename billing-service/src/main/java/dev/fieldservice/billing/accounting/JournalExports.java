package dev.fieldservice.billing.accounting;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Takes entries into exports, one export after the other, so that each entry is in one of them. */
final class JournalExports {

    /** Entries in one export: some megabytes of file. */
    static final int MOST = 5000;

    private static final String ONE_AT_A_TIME = "select count(pg_advisory_xact_lock(?1, 0))";

    /** The family of this lock. */
    private static final int EXPORTS = 0x4A4F5552;

    private static final String TAKE = """
            with waiting as (
                select id from journal_entry where export_id is null and booked_on <= :upTo
                 order by booked_on, id limit :most)
            update journal_entry e set export_id = :export from waiting where e.id = waiting.id""";

    private static final String LEFT =
            "select exists (select from journal_entry where export_id is null and booked_on <= :upTo)";

    private JournalExports() {}

    /** What is booked while it is made is in it, or in the next. */
    static Uni<JournalExport> make(Tx tx, NewJournalExport wanted) {
        UUID id = Ids.next();
        return oneAtATime(tx)
                .chain(() -> take(tx, id, wanted))
                .chain(taken ->
                        isLeft(tx, wanted).chain(left -> tx.add(JournalExport.of(id, wanted, taken, !left, tx.by()))));
    }

    private static Uni<Long> oneAtATime(Tx tx) {
        return tx.session()
                .createNativeQuery(ONE_AT_A_TIME, Long.class)
                .setParameter(1, EXPORTS)
                .getSingleResult();
    }

    private static Uni<Integer> take(Tx tx, UUID export, NewJournalExport wanted) {
        return tx.session()
                .createNativeQuery(TAKE)
                .setParameter("export", export)
                .setParameter("upTo", wanted.upTo())
                .setParameter("most", MOST)
                .executeUpdate();
    }

    private static Uni<Boolean> isLeft(Tx tx, NewJournalExport wanted) {
        return tx.session()
                .createNativeQuery(LEFT, Boolean.class)
                .setParameter("upTo", wanted.upTo())
                .getSingleResult();
    }
}
