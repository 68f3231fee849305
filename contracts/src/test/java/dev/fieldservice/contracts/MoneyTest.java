package dev.fieldservice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void travelsAsADecimalStringWithTwoDecimals() throws JsonProcessingException {
        String json = Json.MAPPER.writeValueAsString(lei("12.5"));

        assertThat(json).isEqualTo("{\"amount\":\"12.50\",\"currency\":\"RON\"}");
        assertThat(Json.MAPPER.readValue(json, Money.class)).isEqualTo(lei("12.50"));
    }

    @ParameterizedTest(name = "{0} kg at {1} cost {2}")
    @CsvSource({
        "3.500,  285.33,  998.66", // 998.655
        "0.333,   10.00,    3.33", // 3.33
        "0.125,    0.20,    0.03", // 0.025
        "0.124,    0.20,    0.02", // 0.0248
        "3.500, -285.33, -998.66" // the credit mirrors the invoice
    })
    void aLineIsRoundedHalfUpToTheCent(BigDecimal kilograms, String price, String total) {
        assertThat(lei(price).times(kilograms)).isEqualTo(lei(total));
    }

    @Test
    void linesThatWereRoundedAddUpExactly() {
        Money line = lei("0.10");

        assertThat(line.plus(line).plus(line)).isEqualTo(lei("0.30"));
        assertThat(line.minus(line)).isEqualTo(Money.zero("RON"));
    }

    @Test
    void leiAndEuroDoNotAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(lei("1").plus(new Money(BigDecimal.ONE, "EUR")))
                        .isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":\"12.505\",\"currency\":\"RON\"}",
                "{\"amount\":\"1000000000000\",\"currency\":\"RON\"}",
                "{\"amount\":\"1E2000000000\",\"currency\":\"RON\"}",
                "{\"amount\":\"1E-2000000000\",\"currency\":\"RON\"}",
                "{\"amount\":\"12.50\",\"currency\":\"LEI\"}",
                "{\"amount\":\"12.50\"}",
                "{\"amount\":null,\"currency\":\"RON\"}",
                "{\"currency\":\"RON\"}"
            })
    void whatIsNoMoneyIsRefusedRatherThanRounded(String json) {
        assertThatThrownBy(() ->
                        assertThat(Json.MAPPER.readValue(json, Money.class)).isNull())
                .isInstanceOf(JsonProcessingException.class);
    }

    private static Money lei(String amount) {
        return new Money(new BigDecimal(amount), "RON");
    }
}
