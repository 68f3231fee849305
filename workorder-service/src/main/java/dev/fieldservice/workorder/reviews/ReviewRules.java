package dev.fieldservice.workorder.reviews;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The rules in force, the one that decides first before the others. They are remembered for a moment, so that completing a job
 * where there are none costs no statement; a change made here counts at once.
 */
@ApplicationScoped
class ReviewRules {

    private record Known(List<ReviewRule> rules, Instant at) {}

    private final ReviewsConfig config;
    private final Clock clock;
    private volatile Known known;

    ReviewRules(ReviewsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Uni<List<ReviewRule>> inForce(Tx tx) {
        Known last = known;
        return last != null && clock.instant().isBefore(last.at().plus(config.rulesKnownFor()))
                ? Uni.createFrom().item(last.rules())
                : tx.session()
                        .createSelectionQuery(
                                "from ReviewRule where withdrawal is null order by position, id", ReviewRule.class)
                        .getResultList()
                        .invoke(rules -> known = new Known(rules, clock.instant()));
    }

    /** To be called in the transaction of every change of a rule. */
    void changed(Tx tx) {
        tx.afterCommit(() -> known = null);
    }
}
