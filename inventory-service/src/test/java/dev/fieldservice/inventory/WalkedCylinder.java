package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A cylinder that stays where it is, and what should be in it. */
final class WalkedCylinder {

    private final Cylinder cylinder;
    private BigDecimal content = BigDecimal.ZERO;
    private Instant weighed = Instant.EPOCH;

    WalkedCylinder(Cylinder cylinder) {
        this.cylinder = cylinder;
    }

    /** Out of what stands there in none. */
    void fill(BigDecimal amount, BigDecimal level) {
        BigDecimal more = content.add(amount);
        boolean isTaken = more.compareTo(new BigDecimal(Cylinder.CAPACITY)) <= 0 && more.compareTo(level) <= 0;
        cylinder.fill("STOCK", amount.toPlainString()).then().statusCode(isTaken ? 200 : 409);
        if (isTaken) {
            content = more;
        }
    }

    /** What the level changes by: what was used without naming it is taken for drawn from it, as far as that goes. */
    BigDecimal weigh(BigDecimal found, BigDecimal level) {
        BigDecimal difference = found.subtract(content);
        BigDecimal unnamed = level.subtract(content).max(difference).min(BigDecimal.ZERO);
        cylinder.weigh(found.toPlainString()).then().statusCode(200);
        content = found;
        weighed = Instant.now();
        return difference.subtract(unnamed);
    }

    Usage uses(UUID place, BigDecimal amount, Instant at) {
        return cylinder.usedAt(place, amount.toPlainString(), at);
    }

    /** False where the scales have seen it. */
    boolean take(BigDecimal amount, Instant at) {
        boolean isNews = !at.isBefore(weighed);
        content = isNews ? content.subtract(amount) : content;
        return isNews;
    }

    /** @param change of what was in it by the usage. False where the scales have seen it */
    boolean takeBack(Usage usage, BigDecimal change, Instant at) {
        cylinder.tell(usage.reversed(), Instant.now());
        return take(change, at);
    }

    /** True if so much is there that what is in it can be. */
    boolean leaves(BigDecimal level) {
        return content.signum() <= 0 || level.compareTo(content) >= 0;
    }

    void check() {
        eventually(() -> assertThat(cylinder.content()).as("in it").isEqualByComparingTo(content));
    }
}
