package dev.fieldservice.dispatch.technicians;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds technicians. */
@ApplicationScoped
public class Technicians {

    /**
     * For planning: locked in the order of their ids until the commit, so that two plans for the same people come one after
     * the other; left to the exclusion constraint alone, they could wait for each other for ever.
     *
     * @param pointer what to point at if one is unknown (422)
     */
    public Uni<Map<UUID, Technician>> lock(Tx tx, List<UUID> ids, String pointer) {
        return lockKnown(tx, ids).invoke(found -> requireAll(found, ids, pointer));
    }

    /** The same of those whom somebody else names, and who need not be technicians here. */
    public Uni<Map<UUID, Technician>> lockKnown(Tx tx, List<UUID> ids) {
        return tx.session()
                .createSelectionQuery("from Technician where id in :ids order by id", Technician.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(Technicians::byId);
    }

    /** Refused with 422 where one is unknown. */
    public Uni<Map<UUID, Technician>> require(Tx tx, List<UUID> ids, String pointer) {
        return tx.session()
                .createSelectionQuery("from Technician where id in :ids", Technician.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(Technicians::byId)
                .invoke(found -> requireAll(found, ids, pointer));
    }

    /** What at least one of them can do, for reading. */
    public Uni<Set<String>> skills(Mutiny.Session session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return session.createSelectionQuery("from Technician where id in :ids", Technician.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(found -> found.stream()
                        .flatMap(technician -> technician.skills().stream())
                        .collect(Collectors.toSet()));
    }

    private static Map<UUID, Technician> byId(List<Technician> found) {
        Map<UUID, Technician> byId = new LinkedHashMap<>();
        found.forEach(technician -> byId.put(technician.id(), technician));
        return byId;
    }

    private static void requireAll(Map<UUID, Technician> found, List<UUID> ids, String pointer) {
        for (int i = 0; i < ids.size(); i++) {
            if (!found.containsKey(ids.get(i))) {
                throw Refusal.RuleViolated.unknown(pointer + "/" + i, "technician");
            }
        }
    }
}
