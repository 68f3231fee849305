package dev.fieldservice.dispatch.territories;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Finds territories. */
@ApplicationScoped
public class Territories {

    /** Refused with 422 where one is unknown. */
    public Uni<Void> require(Tx tx, List<UUID> ids, String pointer) {
        return tx.session()
                .createSelectionQuery("select id from ServiceTerritory where id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList()
                .invoke(found -> {
                    for (int i = 0; i < ids.size(); i++) {
                        if (!found.contains(ids.get(i))) {
                            throw Refusal.RuleViolated.unknown(pointer + "/" + i, "territory");
                        }
                    }
                })
                .replaceWithVoid();
    }
}
