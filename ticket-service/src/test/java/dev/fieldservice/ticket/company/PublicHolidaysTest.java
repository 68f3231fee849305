package dev.fieldservice.ticket.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {

    private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

    private final PublicHolidays holidays = new PublicHolidays();

    @ParameterizedTest
    @CsvSource({"2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02", "2028-04-16"})
    void easterIsTheOrthodoxOneInRomania(LocalDate easter) {
        assertThat(holidays.of("RO", easter.getYear(), ROMANIAN))
                .containsEntry(easter.minusDays(2), "Vinerea Mare")
                .containsEntry(easter, "Paștele")
                .containsEntry(easter.plusDays(1), "A doua zi de Paști")
                .containsKey(easter.plusDays(50));
    }

    @Test
    void everyHolidayOfRomaniaHasARomanianName() {
        assertThat(holidays.of("RO", 2026, ROMANIAN).values())
                .doesNotContainAnyElementsOf(
                        holidays.of("RO", 2026, Locale.ENGLISH).values());
    }

    @Test
    void aRegionHasHolidaysOfItsOwn() {
        assertThat(holidays.of("DE-BY", 2026, Locale.GERMAN)).containsKey(LocalDate.parse("2026-01-06"));
        assertThat(holidays.of("DE", 2026, Locale.GERMAN)).doesNotContainKey(LocalDate.parse("2026-01-06"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "RO-B", "DE-XX"})
    void whereNothingIsKnownNobodyGuesses(String code) {
        assertThat(holidays.areKnownOf(code)).isFalse();
    }
}
