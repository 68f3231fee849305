package dev.fieldservice.platform.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A link opens what it was made for, to whoever it was made for, for a while. */
class SignedLinksTest {

    private static final Linked PICTURE = new Linked(UUID.randomUUID(), "ab".repeat(32), UUID.randomUUID());

    private final SignedLinks links = signedWith("a key of the company, kept secret");

    @AfterEach
    void theClockGoesOnAsUsual() {
        MovableClock.reset();
    }

    @Test
    void aLinkOpensWhatItWasMadeForInAnyServiceWithTheSameKey() {
        Seal seal = links.seal(PICTURE);

        assertThat(seal.query()).matches("expires=\\d{10}&signature=[A-Za-z0-9_-]{43}");
        assertThat(signedWith("a key of the company, kept secret").isOf(seal, PICTURE))
                .isTrue();
        assertThat(signedWith("a key of another one, kept secret").isOf(seal, PICTURE))
                .isFalse();
    }

    @Test
    void itOpensNothingElseAndToNobodyElse() {
        Seal seal = links.seal(PICTURE);

        assertThat(Stream.of(
                        new Linked(UUID.randomUUID(), PICTURE.sha256(), PICTURE.reader()),
                        new Linked(PICTURE.id(), "cd".repeat(32), PICTURE.reader()),
                        new Linked(PICTURE.id(), PICTURE.sha256(), UUID.randomUUID())))
                .noneMatch(other -> links.isOf(seal, other));
        assertThat(links.isOf(new Seal(seal.expires(), "A".repeat(43)), PICTURE))
                .isFalse();
    }

    @Test
    void itOpensForAWhileAndNobodyMakesThatLonger() {
        Seal seal = links.seal(PICTURE);

        assertThat(links.isOver(seal)).isFalse();
        assertThat(links.isOf(new Seal(seal.expires() + 1, seal.signature()), PICTURE))
                .isFalse();
        MovableClock.set(Instant.now().plus(Duration.ofMinutes(11)));
        assertThat(links.isOver(seal)).isTrue();
    }

    private static SignedLinks signedWith(String key) {
        return new SignedLinks(
                new LinksConfig() {
                    @Override
                    public String key() {
                        return key;
                    }

                    @Override
                    public Duration life() {
                        return Duration.ofMinutes(10);
                    }
                },
                new MovableClock());
    }
}
