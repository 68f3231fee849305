package dev.fieldservice.dispatch.worktypes;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Finds the work type that an order has. */
public final class WorkTypes {

    private WorkTypes() {}

    /** What orders of such tickets have without anybody choosing it. */
    public static Uni<Optional<GivenWorkType>> defaultFor(Tx tx, ServiceType serviceType) {
        return tx.session()
                .createSelectionQuery(
                        "from WorkType where state = IN_USE and array_contains(defaultFor, :serviceType)",
                        WorkType.class)
                .setParameter("serviceType", serviceType.name())
                .getSingleResultOrNull()
                .map(found -> Optional.ofNullable(found).map(WorkType::given));
    }

    /**
     * Refused with 422 where there is none, or it is retired.
     *
     * @param id null for none
     */
    public static Uni<Optional<GivenWorkType>> chosen(Tx tx, UUID id, String pointer) {
        if (id == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return tx.session().find(WorkType.class, id).map(found -> {
            if (found == null) {
                throw Refusal.RuleViolated.unknown(pointer, "work type");
            }
            if (found.isRetired()) {
                throw Refusal.RuleViolated.at(
                        pointer, "work-type-is-retired", "It is retired. Choose another one, or reinstate it.");
            }
            return Optional.of(found.given());
        });
    }
}
