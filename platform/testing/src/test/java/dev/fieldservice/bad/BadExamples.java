package dev.fieldservice.bad;

import dev.fieldservice.neighbour.Neighbour;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** One bad example for each house rule. */
final class BadExamples {

    static final class KnowsAnotherService {
        Neighbour neighbour;
    }

    static final class AsksTheSystemForTheTime {
        Instant when() {
            return Instant.now();
        }
    }

    static final class IsInjectedIntoAField {
        @Inject
        Mutiny.SessionFactory sessions;
    }

    static final class CountsMoneyInDoubles {
        double price;
    }

    static final class OpensItsOwnTransaction {
        Uni<Void> open(Mutiny.SessionFactory sessions) {
            return sessions.withTransaction(session -> Uni.createFrom().voidItem());
        }
    }

    static final class ListensToATopicByItself {
        @Incoming("parts-consumed")
        Uni<Void> partsConsumed(byte[] message) {
            return Uni.createFrom().voidItem();
        }
    }

    private BadExamples() {}
}
