package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.StatementCount;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a usage costs, counted in statements: while it runs, whoever else uses the part from the same shelf waits. */
@QuarkusTest
@WithTestResource(RealServers.class)
class StatementsTest {

    private static final int MANY = 30;
    private static final String ENTRIES = "select count(*) from stock_movement where part_id = '%s'";
    private static final String JOBS = "select count(*) from errand where kind = 'ALLOCATE_PART' and subject_id = '%s'";

    private static final String IN_HAND = """
            insert into errand (id, kind, subject_kind, subject_id, content, state, due, next_at, attempts, lease, leased_until, repeating,
                                created_at)
            values (gen_random_uuid(), 'ALLOCATE_PART', 'part', '%1$s', '{"partId": "%1$s"}', 'WAITING', now(), now(), 1,
                    gen_random_uuid(), now() + interval '1 hour', false, now())""";

    private static final String LET_GO =
            "update errand set leased_until = null, next_at = now() where subject_id = '%s'";

    @Inject
    AgroalDataSource database;

    @Test
    void aUsageCostsTheSameWhetherItIsTheFirstOrTheThirtiethOfThePart() {
        Van small = bought();
        Van big = bought();
        for (int i = 0; i < MANY; i++) {
            big.uses("1").happens();
        }
        eventually(() -> assertThat(number(ENTRIES, big.part())).isEqualTo(1 + MANY));

        assertThat(oneUsage(small)).hasSize(7);
        assertThat(oneUsage(big)).hasSize(7);
    }

    /** What that job finds when it takes the part for itself is what all have booked. */
    @Test
    void aJobThatWaitsReservesThePartForAllWhoMoveItMeanwhile() throws SQLException {
        Store store = Store.with("10");
        Visit visit = Visit.of(store.driver());
        visit.isPlanned(1, store.part(), "8");
        assertThat(visit.told(1)).containsExactly("TO_PICK");
        execute(IN_HAND, store.part());

        for (int i = 0; i < 5; i++) {
            store.at(store.shelf()).uses("1").happens();
        }
        eventually(() -> assertThat(number(ENTRIES, store.part())).isEqualTo(6));
        assertThat(number(JOBS, store.part())).isOne();
        assertThat(store.level(store.shelf(), "allocated")).isEqualByComparingTo("8");

        execute(LET_GO, store.part());
        eventually(() -> assertThat(store.level(store.shelf(), "allocated")).isEqualByComparingTo("5"));
        assertThat(visit.told(2)).containsExactly("TO_PICK", "MISSING");
    }

    /** Of which is known what it costs, so that each usage is told with it. */
    private static Van bought() {
        Van van = new Van(Van.refrigerant(), Van.spareVan());
        van.buy("100", "98.10");
        return van;
    }

    /** The insert of the claim; the part and the place; the entry, what it meets; its history, and what it cost. */
    private List<String> oneUsage(Van van) {
        return StatementCount.fewest(5, () -> {
            long before = number(ENTRIES, van.part());
            van.uses("1").happens();
            eventually(() -> assertThat(number(ENTRIES, van.part())).isEqualTo(before + 1));
        });
    }

    /** Asked beside the sessions whose statements are counted. */
    private long number(String query, UUID part) {
        try {
            return ReservationsTest.number(database, query.formatted(part));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void execute(String sql, UUID part) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql.formatted(part))).isPositive();
        }
    }
}
