package dev.fieldservice.platform.inbox;

import dev.fieldservice.platform.inbox.Envelopes.Envelope;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The inbox table: which events took effect here, so that one that comes twice is recognised. */
@ApplicationScoped
class Claims {

    private static final int WORTH_ASKING = 10;
    private static final String CLAIM =
            "insert into inbox (event_id, topic, received_at) values (?1, ?2, ?3) on conflict do nothing";
    private static final String KNOWN = """
            select inbox.event_id as event, inbox.topic as topic
              from inbox join unnest(cast(?1 as uuid[]), cast(?2 as text[])) as asked (event_id, topic)
                on inbox.event_id = asked.event_id and inbox.topic = asked.topic""";

    private final UnitOfWork unit;

    Claims(UnitOfWork unit) {
        this.unit = unit;
    }

    record Claim(UUID event, String topic) {

        static Claim of(Envelope envelope) {
            return new Claim(envelope.event(), envelope.message().topic());
        }
    }

    /** True for the first; everybody else waits until that transaction is over, and takes its place if it fails. */
    Uni<Boolean> isFirst(Tx tx, Envelope envelope) {
        return tx.session()
                .createNativeQuery(CLAIM)
                .setParameter(1, envelope.event())
                .setParameter(2, envelope.message().topic())
                .setParameter(3, tx.by().at())
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    /**
     * Which of these took effect before. Only a large batch is worth the question: a topic is being caught up with, perhaps
     * read once more from its start. What is not known here is still claimed one by one.
     */
    Uni<Set<Claim>> known(List<Envelope> some) {
        if (some.size() < WORTH_ASKING) {
            return Uni.createFrom().item(Set.of());
        }
        UUID[] events = some.stream().map(Envelope::event).toArray(UUID[]::new);
        String[] topics = some.stream().map(one -> one.message().topic()).toArray(String[]::new);
        return unit.read(session -> session.createNativeQuery(KNOWN, Tuple.class)
                        .setParameter(1, events)
                        .setParameter(2, topics)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Claim(row.get("event", UUID.class), row.get("topic", String.class)))
                        .collect(Collectors.toSet()))
                .onFailure()
                .recoverWithItem(Set.of());
    }
}
