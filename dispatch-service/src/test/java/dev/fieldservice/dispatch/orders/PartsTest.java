package dev.fieldservice.dispatch.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.dispatch.worktypes.PlannedPart;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is usual and what is left may be the same part. */
class PartsTest {

    private static final UUID VALVE = new UUID(0, 1);
    private static final UUID GAS = new UUID(0, 2);

    @Test
    void ofTheSamePartTheLargerQuantityIsTakenAlongAndNotBoth() {
        Parts usual = Parts.NONE.with(List.of(some(VALVE, "1", "EA"), some(GAS, "5", "KGM")));

        assertThat(usual.with(List.of(some(VALVE, "3", "EA"), some(GAS, "2", "KGM")))
                        .items())
                .containsExactlyInAnyOrder(some(VALVE, "3", "EA"), some(GAS, "5", "KGM"));
    }

    @Test
    void whatStandsTwiceInOneListIsNeededTwice() {
        List<PlannedPart> twice = List.of(some(VALVE, "1", "EA"), some(VALVE, "1", "EA"));

        Parts parts = Parts.NONE.with(twice);

        assertThat(parts.items()).isEqualTo(twice);
        assertThat(parts.with(List.of(some(VALVE, "2", "EA")))).isEqualTo(parts);
    }

    @Test
    void nothingIsAddedToWhatSomebodyNamed() {
        assertThat(Parts.named(List.of()).with(List.of(some(VALVE, "1", "EA"))).items())
                .isEmpty();
    }

    private static PlannedPart some(UUID part, String amount, String unit) {
        return new PlannedPart(part, new Quantity(new BigDecimal(amount), unit));
    }
}
