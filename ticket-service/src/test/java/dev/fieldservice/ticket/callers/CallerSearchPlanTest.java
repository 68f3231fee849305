package dev.fieldservice.ticket.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Among 200 000 customers each place is asked by its index, whatever is said; how long that takes is told by {@code ./bench P16}. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CallerSearchPlanTest {

    private static final int MANY = 200_000;

    private static final List<String> CUSTOMERS = List.of(
            """
            insert into customer (id, version, name, email, phone, tax_id, billing_address)
            select cast('cccc0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid), 0, 'Lactate ' || n || ' SRL',
                   'birou' || n || '@firme.example', '+4021' || lpad(n::text, 7, '0'), 'RO' || 10000000 + n,
                   '{"street": "Strada Fabricii 3", "city": "Cluj-Napoca"}'
              from generate_series(1, %d) n""".formatted(MANY),
            """
            insert into contact (id, version, customer_id, name, email, phone)
            select cast('aaaa0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid), 0,
                   cast('cccc0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid), 'Maria Ionescu',
                   'maria' || n || '@firme.example', '+4074' || lpad(n::text, 7, '0')
              from generate_series(1, %d) n""".formatted(MANY),
            // as vacuum does, which cannot be in a transaction
            "select gin_clean_pending_list('customer_text'), gin_clean_pending_list('contact_text')",
            "analyze customer, contact");

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    @Inject
    AgroalDataSource database;

    @Test
    void noCustomerAndNoContactIsLookedForInAllRows() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local statement_timeout = 0");
            for (String sql : CUSTOMERS) {
                statement.execute(sql);
            }
            for (String planned : List.of("force_generic_plan", "force_custom_plan")) {
                statement.execute("set local plan_cache_mode = " + planned);
                assertThat(plan(statement, CallerSearch.sql(List.of("lactate", "117"))))
                        .contains("customer_beginning", "contact_beginning", "customer_text", "contact_text")
                        .contains("customer_phone", "contact_phone", "customer_tax", "customer_email", "contact_email")
                        .doesNotContain("Seq Scan on customer", "Seq Scan on contact");
                assertThat(plan(statement, CallerSearch.sql(List.of("li"))))
                        .contains("customer_text", "contact_text")
                        .doesNotContain("Seq Scan on customer", "Seq Scan on contact");
                assertThat(plan(statement, CallerSearch.resembling()))
                        .contains("customer_text", "contact_text")
                        .doesNotContain("Seq Scan on customer", "Seq Scan on contact");
            }
            connection.rollback();
            connection.setAutoCommit(true);
            statement.execute("vacuum customer, contact"); // so that no other test reads past what was rolled back
        }
    }

    /** Of the statement with a parameter for each place where one stands, as it is sent. */
    private static String plan(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        String numbered = PARAMETER.matcher(sql).replaceAll(found -> {
            values.add("'%s'".formatted(value(found.group(1))));
            return Matcher.quoteReplacement("$" + values.size());
        });
        String types = String.join(", ", Collections.nCopies(values.size(), "text"));
        statement.execute("prepare searched (" + types + ") as " + numbered);
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery(
                "explain execute searched (" + values.stream().collect(Collectors.joining(", ")) + ")")) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        statement.execute("deallocate searched");
        return plan.toString();
    }

    private static String value(String parameter) {
        return switch (parameter) {
            case "phone", "phoneFrom", "phoneThrough", "tax" -> "-";
            default -> "lactate";
        };
    }
}
