package dev.fieldservice.dispatch.company;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.ZoneId;

/** Numbers with a year, such as SO-2026-000001: the year is that of the company's clock. */
public final class YearlyNumbers {

    private static final String NEXT = """
            select nextval(cast(:sequence as regclass)) as next, time_zone as zone from known_company""";

    private YearlyNumbers() {}

    /**
     * The next number of a sequence.
     *
     * @param format takes the year and the number
     */
    public static Uni<String> next(Tx tx, String sequence, String format) {
        return tx.session()
                .createNativeQuery(NEXT, Tuple.class)
                .setParameter("sequence", sequence)
                .getSingleResult()
                .map(row -> format.formatted(
                        tx.by()
                                .at()
                                .atZone(ZoneId.of(row.get("zone", String.class)))
                                .getYear(),
                        row.get("next", Long.class)));
    }
}
