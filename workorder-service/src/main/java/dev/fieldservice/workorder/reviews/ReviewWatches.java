package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Completed jobs that wait to be examined. */
@ApplicationScoped
class ReviewWatches implements Watches {

    private static final String NAME = """
            case when cast(e.id as text) = w.review #>> '{examination,reviewer,id}'
                 then w.review #>> '{examination,reviewer,name}' else w.review #>> '{examination,deputy,name}' end""";

    @Override
    public List<Watch> watches() {
        return List.of(new Watch(
                        "REVIEWS_WAITING",
                        Set.of(Role.SUPERVISOR, Role.ADMIN),
                        "/v1/reviews",
                        "work_order w",
                        "w.state = 'COMPLETED'",
                        "w.review_awaited_since")
                .by("PERSON", "cross join lateral unnest(w.examiner_ids) as e (id)", "e.id", NAME, "examinerId"));
    }
}
