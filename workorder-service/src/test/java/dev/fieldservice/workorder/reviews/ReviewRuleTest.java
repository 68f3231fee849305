package dev.fieldservice.workorder.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.workorder.workorders.ExaminedBy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewRuleTest {

    private static final By ANA = By.service("Ana", Instant.EPOCH, "1", null);
    private static final List<UUID> JOBS =
            Stream.generate(Ids::next).limit(2000).toList();

    @Test
    void aSampleIsAboutAsLargeAsItIsSaidToBe() {
        assertThat(sample(rule(10))).hasSizeBetween(130, 270);
        assertThat(sample(rule(100))).isEqualTo(JOBS);
    }

    @Test
    void aJobIsInTheSampleOrNotHoweverOftenItIsAskedAndOfEachRuleAnother() {
        ReviewRule rule = rule(50);

        assertThat(sample(rule)).isEqualTo(sample(rule)).isNotEqualTo(sample(rule(50)));
    }

    @Test
    void whatIsShownOfARuleDoesNotTellWhichJobsAreInItsSample() {
        ReviewRule rule = rule(50);
        List<UUID> sample = sample(rule);

        rule.seed = UUID.randomUUID();

        assertThat(sample(rule)).isNotEqualTo(sample);
    }

    private static List<UUID> sample(ReviewRule rule) {
        return JOBS.stream().filter(rule::samples).toList();
    }

    private static ReviewRule rule(int percent) {
        return ReviewRule.set(
                new ReviewRuleDetails(
                        1,
                        "Sample",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        percent,
                        ExaminedBy.ANY_SUPERVISOR,
                        null,
                        null,
                        null,
                        null),
                ANA);
    }
}
