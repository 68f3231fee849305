package dev.fieldservice.platform.errands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The job queue's entrance. What is to be done later is written in the transaction of its cause: without the commit it is
 * never done, after it it is done once, by whichever replica comes first.
 */
@ApplicationScoped
public class Errands {

    private final ErrandKinds kinds;
    private final ErrandQueue queue;
    private final ErrandWorker worker;
    private final ObjectMapper json;

    public Errands(ErrandKinds kinds, ErrandQueue queue, ErrandWorker worker, ObjectMapper json) {
        this.kinds = kinds;
        this.queue = queue;
        this.worker = worker;
        this.json = json;
    }

    /**
     * Has something done when the running transaction is committed and its time has come. Of what repeats for a subject there
     * is one: it is left as it is if it is there.
     *
     * @param subject whom it is about; in its history stands if it is given up
     * @param content what the handler needs to know; rather ids than copies of what may change
     */
    public Uni<Void> later(Tx tx, ErrandKind kind, Subject subject, Object content, Instant due) {
        ErrandRow row = ErrandRow.of(kind, subject, write(content), due, tx.by());
        row.repeating = kinds.handling(kind.name()).policy().repeats();
        if (!due.isAfter(tx.by().at())) {
            tx.afterCommit(worker::wake);
        }
        return row.repeating ? queue.addOnce(tx, row) : tx.add(row).replaceWithVoid();
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("cannot write " + content.getClass().getSimpleName(), defect);
        }
    }
}
