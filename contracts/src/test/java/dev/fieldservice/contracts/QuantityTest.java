package dev.fieldservice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @Test
    void travelsAsADecimalStringWithThreeDecimals() throws JsonProcessingException {
        String json = Json.MAPPER.writeValueAsString(new Quantity(BigDecimal.TWO, "EA"));

        assertThat(json).isEqualTo("{\"amount\":\"2.000\",\"unit\":\"EA\"}");
        assertThat(Json.MAPPER.readValue(json, Quantity.class)).isEqualTo(new Quantity(BigDecimal.TWO, "EA"));
    }

    @ParameterizedTest
    @CsvSource({"0.001, KGM", "1000000, MTR", "3.500, LTR", "1, H87"})
    void fromAGramToAMillionMetres(BigDecimal amount, String unit) {
        assertThat(new Quantity(amount, unit).amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "0, KGM",
        "-1, EA",
        "0.0001, KGM",
        "1000000.001, MTR",
        "1E2000000000, MTR",
        "1, kg",
        "1, PIECE",
        "1, ''",
        "1,",
        ", EA"
    })
    void nothingLessThanNothingAndTooMuchAreRefused(BigDecimal amount, String unit) {
        assertThatThrownBy(() -> assertThat(new Quantity(amount, unit)).isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
