package dev.fieldservice.dispatch.orders;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The consumer of what inventory says of the parts for a visit. */
@ApplicationScoped
public class PartsConsumers {

    /** What planning needs of {@code parts-readiness}. */
    public record PartsTold(UUID orderId, long readinessVersion, Word parts) {

        /** As it is told. */
        public enum Word {
            READY,
            TO_PICK,
            MISSING,
            NONE
        }

        Optional<PartsReadiness> readiness() {
            return switch (parts) {
                case READY -> Optional.of(PartsReadiness.READY);
                case TO_PICK -> Optional.of(PartsReadiness.TO_PICK);
                case MISSING -> Optional.of(PartsReadiness.MISSING);
                case NONE -> Optional.empty();
            };
        }
    }

    /** Whoever is told of an order we do not have is told of nothing. */
    public Uni<Void> told(Tx tx, PartsTold told) {
        return tx.find(ServiceOrder.class, told.orderId())
                .invoke(order -> {
                    if (order != null) {
                        order.partsAre(told.readiness(), told.readinessVersion());
                    }
                })
                .replaceWithVoid();
    }
}
