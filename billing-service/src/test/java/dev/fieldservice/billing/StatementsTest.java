package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.StatementCount;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an event costs, counted in statements, does not grow with the job. */
@QuarkusTest
@WithTestResource(RealServers.class)
class StatementsTest {

    private static final int MANY = 40;

    @Inject
    AgroalDataSource database;

    @Test
    void aPartCostsTheSameWhetherItIsTheFirstOrTheFortiethOfItsJob() {
        UUID part = PriceList.part("10");
        Job small = Job.ofMarch();
        Job big = Job.ofMarch();
        for (int i = 0; i < MANY; i++) {
            big.tell(big.uses(part, "1", "EA"));
        }
        eventually(() -> assertThat(items(big)).isEqualTo(MANY));

        assertThat(onePart(small, part)).hasSize(5);
        assertThat(onePart(big, part)).hasSize(5);
    }

    @Test
    void draftingAnInvoiceCostsTheSameForOnePartAsForForty() {
        PriceList.isSet();
        UUID part = PriceList.part("10");

        List<String> ofOne = closing(1, part);
        List<String> ofMany = closing(MANY, part);

        assertThat(ofMany).as("of one: %s", ofOne).hasSameSizeAs(ofOne);
    }

    private List<String> closing(int parts, UUID part) {
        return IntStream.range(0, 5)
                .mapToObj(time -> heard(parts, part))
                .map(job -> StatementCount.during(() -> {
                    job.close();
                    eventually(() -> assertThat(count("select count(*) from invoice where order_id = ?", job))
                            .isEqualTo(1));
                }))
                .min(Comparator.comparing(List::size))
                .orElseThrow();
    }

    private Job heard(int parts, UUID part) {
        Job job = Job.ofMarch().works("LABOUR", 60);
        for (int i = 0; i < parts; i++) {
            job.tell(job.uses(part, "1", "EA"));
        }
        eventually(() -> assertThat(items(job)).isEqualTo(parts));
        return job;
    }

    /** The insert of the claim, of the case unless it is there, its lock, the look for the usage, its insert. */
    private List<String> onePart(Job job, UUID part) {
        return StatementCount.fewest(5, () -> {
            int before = items(job);
            job.tell(job.uses(part, "1", "EA"));
            eventually(() -> assertThat(items(job)).isEqualTo(before + 1));
        });
    }

    /** Asked beside the sessions whose statements are counted. */
    private int items(Job job) {
        return count("select count(*) from billable_item where billing_case_id = ?", job);
    }

    private int count(String what, Job job) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(what)) {
            query.setObject(1, job.order);
            ResultSet found = query.executeQuery();
            assertThat(found.next()).isTrue();
            return found.getInt(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
