package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.text.ComparedText;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that look alike are one, however they were typed or copied. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LookAlikesTest {

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"A\u200BB f7", "AB\u00ADf7", "ab\u2060F7", "AB\u3164f7", "AB\uFE0Ff7"})
    void onePieceDoesNotComeInTwice(String lookAlike) {
        Compressors van = Compressors.serialised();
        van.receives("1", List.of("AB f7")).statusCode(201);

        van.receives("1", List.of(lookAlike)).statusCode(409).body("code", equalTo("serial-number-in-stock"));
        van.receives("2", List.of("CD", "C\u200BD")).statusCode(422).body("code", equalTo("same-serial-number"));
    }

    @Test
    void onePartAndOneDeliveryNoteAreThereOnce() {
        String number = UUID.randomUUID().toString();
        registers(number, 201);
        registers(number.substring(0, 5) + "\u00AD" + number.substring(5), 409);

        Compressors van = Compressors.plain();
        van.receives("1", null, Map.of("reference", "AV" + number)).statusCode(201);
        van.receives("1", null, Map.of("reference", "AV\u200B" + number))
                .statusCode(409)
                .body("code", equalTo("already-received"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB f7",
                "A\u200BB\u00ADf\u20607",
                "\u00C4\u0301 \uFB01\u00A0x",
                "\u0130I\u0131i",
                "\u1E9E\u00DF",
                "\u3164\u2800",
                "a\uDB40\uDC41b",
                "\u03A3\u03C2",
                "\u0600" + "12",
                "x\u180Ey\u115Fz",
                "\u2003\u205F\u3000\u1680.",
                "\uD83D\uDC68\u200D\uD83D\uDD27\uFE0F",
                "\u10A0\uA64A\u1E00"
            })
    void theDatabaseComparesAsTheServiceDoes(String text) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select compared(?)")) {
            query.setString(1, text);
            try (ResultSet found = query.executeQuery()) {
                assertThat(found.next()).isTrue();
                assertThat(found.getString(1)).isEqualTo(ComparedText.key(text));
            }
        }
    }

    private static void registers(String number, int status) {
        post(Person.STELA, "/v1/parts", Map.of("number", number, "name", "Filtru", "unit", "EA", "serialised", false))
                .then()
                .statusCode(status);
    }
}
