package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is paid, allocated, undone and taken back: the books say of a customer what the account says. */
@QuarkusTest
@WithTestResource(RealServers.class)
class BooksAgreeTest {

    private static final Map<String, Object> WHY = Map.of("reason", "A fost o greșeală");
    private static final String BOOKED = """
            select coalesce(sum(p.debit - p.credit), 0) from journal_posting p join journal_entry e on e.id = p.entry_id
             where e.customer_id = ? and p.purpose = ?""";
    private static final String OPEN =
            "select coalesce(sum(open), 0) from open_item where customer_id = ? and item_type = ?";

    @Inject
    AgroalDataSource database;

    private final Sold sold = new Sold();

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void whatIsPaidAllocatedUndoneAndTakenBackIsBooked() throws SQLException {
        String first = sold.invoice();
        String second = sold.invoice();
        agree("435.60", "0.00");

        String payment = sold.paid("300.00", Sold.today(), first, Sold.HOUR);
        agree("217.80", "-82.20");
        Sold.allocate(second, payment, "80.00").then().statusCode(201);
        agree("137.80", "-2.20");
        String allocation = get(Person.ANA, "/v1/allocations?itemId=" + second)
                .then()
                .extract()
                .path("items[0].id");
        post(Person.ANA, "/v1/allocations/" + allocation + "/undo", WHY).then().statusCode(200);
        agree("217.80", "-82.20");
        String back = sold.paid("-50.00", Sold.today());
        Sold.allocate(back, payment, "50.00").then().statusCode(201);
        agree("217.80", "-32.20");
        post(Person.ANA, "/v1/payments/" + payment + "/take-back", WHY).then().statusCode(200);
        agree("435.60", "50.00");
        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        "INVOICE",
                        "INVOICE",
                        "PAYMENT",
                        "ALLOCATION",
                        "ALLOCATION",
                        "ALLOCATION_UNDONE",
                        "PAYMENT",
                        "ALLOCATION_UNDONE",
                        "PAYMENT_TAKEN_BACK");
    }

    /** @param clarify what was paid and waits to be clarified, as a debit */
    private void agree(String owed, String clarify) throws SQLException {
        assertThat(sum(BOOKED, "RECEIVABLE")).isEqualByComparingTo(owed).isEqualByComparingTo(sum(OPEN, "RECEIVABLE"));
        assertThat(sum(BOOKED, "UNALLOCATED")).isEqualByComparingTo(clarify).isEqualByComparingTo(sum(OPEN, "PAYMENT"));
    }

    private List<String> kinds() throws SQLException {
        List<String> kinds = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select kind from journal_entry where customer_id = ?")) {
            statement.setObject(1, sold.customer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    kinds.add(rows.getString(1));
                }
            }
        }
        return kinds;
    }

    private BigDecimal sum(String sql, String what) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, sold.customer);
            statement.setString(2, what);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBigDecimal(1);
            }
        }
    }
}
