package dev.fieldservice.inventory.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.problems.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherUnitTest {

    @ParameterizedTest
    @CsvSource({
        "XBX, 12, 1, 3, EA, 36.000",
        "XCY, 10, 1, 2.5, KGM, 25.000",
        "LBR, 45359237, 100000000, 1000, KGM, ",
        "LBR, 45359237, 100000000, 1000000, KGM, 453592.370",
        "EA, 1, 2, 3, PR, ",
        "EA, 1, 2, 4, PR, 2.000",
        "CMT, 1, 100, 0.1, MTR, 0.001",
        "CMT, 1, 100, 0.05, MTR, ",
        "GRM, 1, 1000, 1, KGM, 0.001",
        "XBX, 1000000000, 1, 1000000, EA, 1000000000000000.000",
        "XBX, 1, 3, 0.3, KGM, 0.100",
        "XBX, 1, 3, 0.1, KGM, ",
        "XBX, 5, 2, 1, EA, "
    })
    void whatCannotBeCountedExactlyIsNotCounted(
            String unit, int numerator, int denominator, BigDecimal amount, String partsUnit, BigDecimal counted) {
        assertThat(new OtherUnit(unit, numerator, denominator).exactly(amount, partsUnit))
                .isEqualTo(Optional.ofNullable(counted));
    }

    /** In whole numbers, without BigDecimal: counted × denominator = amount × numerator, to the last thousandth, or nothing. */
    @Property(tries = 2000)
    void whatIsCountedIsTheSameQuantity(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long thousandths,
            @ForAll @IntRange(min = 1, max = 1_000_000_000) int numerator,
            @ForAll @IntRange(min = 1, max = 1_000) int denominator) {
        BigInteger times = BigInteger.valueOf(thousandths).multiply(BigInteger.valueOf(numerator));
        boolean isExact = times.mod(BigInteger.valueOf(denominator)).signum() == 0;

        Optional<BigDecimal> counted =
                new OtherUnit("XCY", numerator, denominator).exactly(BigDecimal.valueOf(thousandths, 3), "KGM");

        assertThat(counted.map(amount -> amount.unscaledValue().multiply(BigInteger.valueOf(denominator))))
                .isEqualTo(isExact ? Optional.of(times) : Optional.empty());
        counted.ifPresent(amount -> assertThat(amount.scale()).isEqualTo(3));
    }

    @Test
    void theOwnUnitIsTakenAsItIsAndOthersByName() {
        OtherUnits units = new OtherUnits(List.of(new OtherUnit("XBX", 12, 1)));

        assertThat(units.counted(quantity("2", "EA"), "EA", "/quantity")).isEqualTo(quantity("2", "EA"));
        assertThat(units.counted(quantity("2", "XBX"), "EA", "/quantity")).isEqualTo(quantity("24", "EA"));
        assertThatThrownBy(() -> units.counted(quantity("2", "XPK"), "EA", "/quantity"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("1 XBX = 12 EA");
    }

    @Test
    void moreThanAMillionIsNotTaken() {
        OtherUnits units = new OtherUnits(List.of(new OtherUnit("XBX", 12, 1)));

        assertThat(units.counted(quantity("83333", "XBX"), "EA", "/quantity")).isEqualTo(quantity("999996", "EA"));
        assertThatThrownBy(() -> units.counted(quantity("83334", "XBX"), "EA", "/quantity"))
                .isInstanceOf(Refused.class);
    }

    private static Quantity quantity(String amount, String unit) {
        return new Quantity(new BigDecimal(amount), unit);
    }
}
