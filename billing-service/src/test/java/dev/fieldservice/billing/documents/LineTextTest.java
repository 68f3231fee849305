package dev.fieldservice.billing.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.billing.hours.Stretch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What a line says that was made of the work is worded in each language, and known again in each. */
class LineTextTest {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void timeSaysWhoWhenAndInWhichBand() {
        Stretch evening = Stretch.of(
                        Instant.parse("2026-03-02T17:15:00Z"), Instant.parse("2026-03-02T22:00:00Z"), BUCHAREST)
                .getFirst();
        LineText text = LineText.time(LineText.Kind.LABOUR, "Tudor Ionescu", evening, BUCHAREST, "Seara");

        assertThat(text.in(DocumentLanguage.RO)).isEqualTo("Manoperă, Tudor Ionescu, 02.03.2026 19:15–24:00, Seara");
        assertThat(text.in(DocumentLanguage.EN)).isEqualTo("Labour, Tudor Ionescu, 2 Mar 2026 19:15–24:00, Seara");
        assertThat(text.in(DocumentLanguage.DE)).isEqualTo("Arbeitszeit, Tudor Ionescu, 02.03.2026 19:15–24:00, Seara");
    }

    @Test
    void whoIsNotKnownIsLeftOut() {
        assertThat(LineText.startedQuarter(null, DAY).in(DocumentLanguage.RO))
                .isEqualTo("Manoperă, 02.03.2026, sfert de oră început");
        assertThat(LineText.startedQuarter(null, DAY).in(DocumentLanguage.DE))
                .isEqualTo("Arbeitszeit, 02.03.2026, angefangene Viertelstunde");
    }

    @Test
    void allKilometresAreNumbersOfTheLanguage() {
        LineText text =
                LineText.kilometres("Ana", DAY, new BigDecimal("18.500"), new BigDecimal("18.5"), BigDecimal.ZERO);

        assertThat(text.in(DocumentLanguage.RO)).isEqualTo("Kilometri, Ana, 02.03.2026, 18,5 km");
        assertThat(text.in(DocumentLanguage.EN)).isEqualTo("Kilometres, Ana, 2 Mar 2026, 18.5 km");
    }

    @Test
    void aRuleThatChargesAVisitIsNamedAsItWasEntered() {
        assertThat(LineText.visit("Deplasare urgentă", DAY).in(DocumentLanguage.DE))
                .isEqualTo("Deplasare urgentă, 02.03.2026");
    }

    @Test
    void whatSomebodyWroteIsNotWhatItSays() {
        LineText text = LineText.minimum("Ana", DAY, new BigDecimal(60));

        assertThat(DocumentLanguage.values()).allMatch(language -> text.says(text.in(language)));
        assertThat(text.says("Manoperă, Ana, după negociere")).isFalse();
    }
}
