package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
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

/** Dispatch is told of a plan also where one of its parts cannot be reserved. */
@QuarkusTest
@WithTestResource(RealServers.class)
class UntoldPlansTest {

    /** More is reserved than is allocated, so that nobody can take it back. */
    private static final String DAMAGE =
            "insert into reservation (order_id, part_id, location_id, quantity) values ('%s', '%s', '%s', 1)";

    private static final String REPAIR = "delete from reservation where order_id = '%s'";

    /** One that is under way already is left alone. */
    private static final String LAST_ATTEMPT = """
            update errand set attempts = 11, next_at = now()
             where kind = 'ALLOCATE_PART' and subject_id = '%s' and state = 'WAITING' and attempts < 12""";

    private static final String GIVEN_UP =
            "select count(*) from errand where kind = 'ALLOCATE_PART' and subject_id = '%s' and state = 'GIVEN_UP'";

    private static final String TOLD_LATER =
            "select count(*) from errand where kind = 'TELL_READINESS' and subject_id = '%s' and due > now()";

    private static final String TOLD = "select count(*) from parts_plan where id = '%s' and told <> 'NONE'";

    private static final String TEN_MINUTES_LATER = """
            with plan as (update part_demand set unseen_until = now() where order_id = '%1$s' and unseen_until is not null)
            update errand set due = now(), next_at = now() where kind = 'TELL_READINESS' and subject_id = '%1$s'""";

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsKnownOfAPlanIsToldAlthoughOneOfItsPartsCannotBeReserved() throws SQLException {
        Store good = Store.with("3");
        Store bad = Store.with("3");
        UUID nobodys = UUID.randomUUID();
        Visit visit = Visit.of(good.driver());
        execute(DAMAGE.formatted(nobodys, bad.part(), bad.shelf()));

        visit.isPlanned(
                1,
                List.of(Visit.planned(good.part(), Van.kilograms("2")), Visit.planned(bad.part(), Van.kilograms("2"))));
        eventually(() -> {
            execute(LAST_ATTEMPT.formatted(bad.part()));
            assertThat(number(GIVEN_UP.formatted(bad.part()))).isOne();
        });
        assertThat(number(TOLD_LATER.formatted(visit.order()))).isOne();
        assertThat(number(TOLD.formatted(visit.order()))).isZero();

        execute(TEN_MINUTES_LATER.formatted(visit.order()));
        assertThat(visit.told(1)).containsExactly("MISSING");

        execute(REPAIR.formatted(nobodys));
        String errands = "/v1/operations/inventory-service/errands";
        List<String> givenUp = get(Person.ADMIN, errands + "?state=GIVEN_UP&limit=200")
                .path("items.findAll { it.subjectId == '" + bad.part() + "' }.id");
        post(Person.ADMIN, errands + "/" + givenUp.getFirst() + "/retry").then().statusCode(200);
        assertThat(visit.told(2)).containsExactly("MISSING", "TO_PICK");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            var _ = statement.executeUpdate(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return ReservationsTest.number(database, sql);
    }
}
