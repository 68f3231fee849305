package dev.fieldservice.dispatch.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Seven hundredths of a degree north of a site: 7784 m as the crow flies, 10 119 by road, a quarter of an hour. */
class WhereaboutsTest {

    private static final GeoPoint SITE = new GeoPoint(44.43, 26.03);
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void theDriveIsLongerThanTheCrowFliesAndEndsWithParking() {
        assertThat(at("44.50", null).drive(SITE))
                .hasValueSatisfying(drive ->
                        assertThat(drive.minusSeconds(5 * 60 + 911).abs()).isLessThan(Duration.ofSeconds(2)));
        assertThat(at("44.43", null).drive(SITE)).contains(Duration.ofMinutes(5));
    }

    @Test
    void itEndsInWholeFiveMinutes() {
        assertThat(setOut(at("44.50", "20")).arrival(SITE)).contains(AT.plus(Duration.ofMinutes(25)));
        assertThat(setOut(at("44.43", "20")).arrival(SITE)).contains(AT.plus(Duration.ofMinutes(5)));
    }

    @Test
    void whereTooLittleIsKnownNobodyGuesses() {
        assertThat(setOut(at("44.50", "2000.5")).arrival(SITE)).isEmpty();
        assertThat(setOut(at("44.73", null)).arrival(SITE)).isEmpty();
        assertThat(setOut(at("44.50", null)).arrival(null)).isEmpty();
        assertThat(setOut(null).arrival(SITE)).isEmpty();
        assertThat(new SetOut(UUID.randomUUID(), UUID.randomUUID(), null, null).arrival(SITE))
                .isEmpty();
    }

    private static Whereabouts at(String latitude, String accuracy) {
        return new Whereabouts(Double.parseDouble(latitude), 26.03, accuracy == null ? null : Double.valueOf(accuracy));
    }

    private static SetOut setOut(Whereabouts from) {
        return new SetOut(UUID.randomUUID(), UUID.randomUUID(), AT, from);
    }
}
