package dev.fieldservice.contracts.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EA", "C62", "H87", "PR", "SET", "MTR", "MTK", "MTQ", "LTR", "KGM", "GRM", "HUR", "KWH", "BAR", "XPK"
            })
    void unitsOfTradeAreOnTheList(String code) {
        assertThat(Units.isCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PCS", "ZZZZ", "BUC", "KG", "ea", "", "LEI", "ZZ", "XZZ"})
    void whatPeopleMakeUpIsNot(String code) {
        assertThat(Units.isCode(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.333, EA, false",
        "1.000, EA, true",
        "1E+2, H87, true",
        "0.5, C62, false",
        "2.5, PR, false",
        "0.333, KGM, true",
        "12.75, MTR, true",
        "1.5, XBX, false",
        "0.5, DZN, true"
    })
    void piecesAreWhole(BigDecimal amount, String unit, boolean fits) {
        assertThat(Units.fits(amount, unit)).isEqualTo(fits);
    }
}
