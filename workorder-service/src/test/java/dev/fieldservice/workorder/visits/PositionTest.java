package dev.fieldservice.workorder.visits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.workorder.visits.Position.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    private static final GeoPoint SUPERMARKET = new GeoPoint(44.4269, 26.0346);

    @Test
    void aGoodFixTellsHowFarTheTechnicianIsFromTheSite() {
        Position position = Position.of(new GpsFix(44.4359, 26.0346, 8.0), SUPERMARKET);

        assertThat(position.status()).isEqualTo(Status.MEASURED);
        assertThat(position.distanceMetres()).isBetween(1_000L, 1_002L);
        assertThat(position.note()).isNull();
    }

    @Test
    void theOtherSideOfTheEarthIsHalfItsCircumferenceAway() {
        Position position = Position.of(new GpsFix(-44.4269, -153.9654, 5.0), SUPERMARKET);

        assertThat(position.distanceMetres()).isBetween(20_015_000L, 20_016_000L);
    }

    @ParameterizedTest
    @CsvSource({"5000", "NaN", "-3", "Infinity", "1e300"})
    void anInaccurateFixIsKeptAsPoor(double accuracy) {
        Position position = Position.of(new GpsFix(44.4271, 26.0349, accuracy), SUPERMARKET);

        assertThat(position.status()).isEqualTo(Status.POOR);
        assertThat(position.distanceMetres()).isLessThan(100);
        assertThat(position.note()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"91, 26", "NaN, 26", "44, 180.1", "44, Infinity", "0, 0", ", 26", "44,"})
    void aFixThatCannotBeIsUnavailableAndSaysWhy(Double latitude, Double longitude) {
        Position position = Position.of(new GpsFix(latitude, longitude, 5.0), SUPERMARKET);

        assertThat(position.status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(position.saysWhere()).isFalse();
        assertThat(position.latitude()).isNull();
        assertThat(position.note()).isNotBlank();
    }
}
