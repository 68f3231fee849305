package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The company of all tests, as the ticket service tells of it. */
final class Company {

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private Company() {}

    /** Somebody has entered who sells. */
    static void isEntered() {
        if (known("seller ->> 'vatId'") == null) {
            says(company -> {});
        }
    }

    /** Waits until it is heard of. */
    static void says(Consumer<ObjectNode> what) {
        long version = Long.parseLong(known("company_version")) + 2;
        ObjectNode company = (ObjectNode) Contracts.sample(Topics.COMPANY_CHANGED, Map.of("companyVersion", version));
        what.accept(company);
        Events.publish(Topics.COMPANY_CHANGED, ID, UUID.randomUUID(), company);
        eventually(() -> assertThat(known("company_version")).isEqualTo(String.valueOf(version)));
    }

    private static String known(String what) {
        try (Connection connection =
                        CDI.current().select(AgroalDataSource.class).get().getConnection();
                ResultSet answer =
                        connection.createStatement().executeQuery("select " + what + " from known_company")) {
            return answer.next() ? answer.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
