package dev.fieldservice.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.billing.MoneyWalk.Kind;
import dev.fieldservice.billing.MoneyWalk.Step;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Seeds;
import dev.fieldservice.platform.testing.Walk;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Drafts, invoices, their credits, corrections and reversals, and what is paid for them, in any order: lines and tax come to the total,
 * nothing is credited that is not left, nothing is billed twice net of credits, what is paid is allocated or open, no cent is lost, the
 * books say the same, and the numbers of both series follow each other.
 */
@QuarkusTest
@WithTestResource(RealServers.class)
class MoneyWalkTest {

    /** The same ways in each run: {@link Seeds} says why, and how others are taken. */
    private static final long[] SEEDS = {110};

    private static final String BILLED_TWICE = """
            select l.source_id from invoice_line l join invoice i on i.id = l.invoice_id
             where i.order_id = ? and i.state <> 'VOIDED' and not l.taken_out and l.source_id is not null and l.unit <> 'C62'
             group by l.source_id
            having sum(l.quantity - l.credited_quantity) > sum(l.quantity) filter (where l.again_of is null)""";

    /** What the books say that the customer owes, or has paid for nobody knows what, and what is open on the account. */
    private static final String BOOKED_OTHERWISE = """
            with booked as (
                select p.purpose, sum(p.debit - p.credit) as balance from journal_entry e join journal_posting p on p.entry_id = e.id
                 where e.customer_id = ? and p.purpose in ('RECEIVABLE', 'UNALLOCATED') group by 1),
            stands as (
                select case item_type when 'PAYMENT' then 'UNALLOCATED' else item_type end as purpose, sum(open) as open
                  from open_item where customer_id = ? group by 1)
            select purpose || ': ' || coalesce(balance, 0) || ' and ' || coalesce(open, 0) from booked full join stands using (purpose)
             where coalesce(balance, 0) <> coalesce(open, 0)""";

    private static final String PAID_OTHERWISE = """
            select i.id::text from open_item i
             where i.customer_id = ? and i.taken_back is null
               and abs(i.amount) <> abs(i.open) + (select coalesce(sum(a.amount), 0) from allocation a
                                                    where i.id in (a.debit_id, a.credit_id) and a.undone_on is null)""";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void theMoneyAddsUpWhateverIsDoneInWhateverOrder() {
        Walk.atRandom(ways(), SEEDS, this::addsUp);
    }

    private void addsUp(List<Step> way) {
        MoneyWalk walk = new MoneyWalk();
        way.forEach(walk::take);
        walk.jobs.forEach(job -> assertThat(found(BILLED_TWICE, job.order)).isEmpty());
        UUID customer = walk.sold.customer;
        assertThat(found(BOOKED_OTHERWISE, customer, customer)).isEmpty();
        assertThat(found(PAID_OTHERWISE, customer)).isEmpty();
    }

    private static Arbitrary<List<Step>> ways() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, Kind.CLOSE_JOB),
                                Tuple.of(2, Kind.SET_PRICE),
                                Tuple.of(2, Kind.CORRECT_LINE),
                                Tuple.of(2, Kind.TAKE_OUT_OR_PUT_BACK),
                                Tuple.of(8, Kind.ISSUE),
                                Tuple.of(4, Kind.CREDIT_SOME),
                                Tuple.of(3, Kind.CREDIT_AMOUNT),
                                Tuple.of(2, Kind.CREDIT_ALL),
                                Tuple.of(3, Kind.CORRECT),
                                Tuple.of(2, Kind.REVERSE),
                                Tuple.of(4, Kind.PAY),
                                Tuple.of(1, Kind.PAY_BACK),
                                Tuple.of(8, Kind.ALLOCATE),
                                Tuple.of(2, Kind.UNDO),
                                Tuple.of(2, Kind.TAKE_BACK)),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.001"), new BigDecimal("50"))
                                .ofScale(3),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.0001"), new BigDecimal("9999"))
                                .ofScale(4),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000))
                .as(Step::new)
                .list()
                .ofSize(110);
    }

    private List<String> found(String sql, UUID... ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.length; i++) {
                query.setObject(i + 1, ids[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
