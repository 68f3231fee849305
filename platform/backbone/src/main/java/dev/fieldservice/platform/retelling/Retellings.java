package dev.fieldservice.platform.retelling;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.retelling.Tellings.Telling;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/**
 * A replay from the present state: raises the events of all aggregates of a topic anew, page by page, so that a consumer that
 * is new, or whose copy was lost, learns what it would have heard before the topic forgot it.
 *
 * <p>Each page is one job in one transaction that also writes the job for the next page. The aggregates are locked while they
 * tell, so that what is told of one of them stays in the order of its versions.
 */
@ApplicationScoped
public class Retellings implements InTransaction<Retellings.Page> {

    private static final int AT_ONCE = 200;
    private static final UUID START = new UUID(0, 0);

    private final Tellings tellings;
    private final Errands errands;

    public Retellings(Retelling retelling, Errands errands) {
        this.tellings = retelling.tellings();
        this.errands = errands;
    }

    /**
     * @param run the retelling that the page belongs to
     * @param after the last aggregate that was told
     */
    public record Page(UUID run, String topic, UUID after) {}

    /** Has all of a topic told; refused with 404 if the topic carries no state of this service. */
    Uni<UUID> begin(Tx tx, String topic) {
        if (tellings.find(topic).isEmpty()) {
            throw new Refusal.NotFound("topic that can be told anew").refused();
        }
        UUID run = Ids.next();
        tx.note(subject(run), "RETELLING", topic);
        return next(tx, new Page(run, topic, START)).replaceWith(run);
    }

    @Override
    public Class<Page> content() {
        return Page.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Page> errand) {
        Page page = errand.content();
        return tellings.find(page.topic())
                .map(telling -> tell(tx, telling, page))
                .orElseThrow(() -> new IllegalStateException(page.topic() + " cannot be told anew any more"))
                .replaceWith(Next.done());
    }

    private <A extends Aggregate> Uni<?> tell(Tx tx, Telling<A> telling, Page page) {
        return some(tx, telling.type(), page.after())
                .call(found -> tell(tx, telling, found))
                .chain(found -> found.size() < AT_ONCE
                        ? Uni.createFrom().voidItem()
                        : next(
                                tx,
                                new Page(
                                        page.run(),
                                        page.topic(),
                                        found.getLast().id())));
    }

    private static <A extends Aggregate> Uni<Void> tell(Tx tx, Telling<A> telling, List<A> aggregates) {
        aggregates.forEach(tx::watch);
        return OneByOne.each(aggregates, aggregate -> telling.tell().apply(tx, aggregate));
    }

    private static <A extends Aggregate> Uni<List<A>> some(Tx tx, Class<A> type, UUID after) {
        return tx.session()
                .createSelectionQuery("from " + type.getSimpleName() + " where id > :after order by id", type)
                .setParameter("after", after)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private Uni<Void> next(Tx tx, Page page) {
        return errands.later(
                tx,
                RetellingErrands.Kind.RETELLING,
                subject(page.run()),
                page,
                tx.by().at());
    }

    private static Subject subject(UUID run) {
        return new Subject("retelling", run, null);
    }
}
