package dev.fieldservice.platform.rest;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.Identified;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

/** Plain reads: one aggregate with its ETag, or a page of rows in the order they were made. */
@ApplicationScoped
public class Queries {

    /** More than there are of anything that is added up by. */
    private static final int MOST_SUMS = 1000;

    private final UnitOfWork unit;
    private final Cursors cursors;
    private final CurrentRequest request;

    public Queries(UnitOfWork unit, Cursors cursors, CurrentRequest request) {
        this.unit = unit;
        this.cursors = cursors;
        this.request = request;
    }

    /** 404 if there is none. */
    public <A extends Aggregate, V> Uni<RestResponse<V>> one(Class<A> type, UUID id, Function<A, V> show) {
        Shown shown = request.shown();
        return found(type.getSimpleName().toLowerCase(java.util.Locale.ROOT), session -> session.find(type, id))
                .map(found -> shown.as(show.apply(found), found.version()));
    }

    /**
     * For reads that need more than the id: ownership, children.
     *
     * @param what for the 404, if the query yields null
     */
    public <A extends Aggregate, V> Uni<RestResponse<V>> one(
            String what, Function<Mutiny.Session, Uni<A>> query, Function<A, V> show) {
        return one(what, query, Function.identity(), show);
    }

    /**
     * The same for a screen that shows an aggregate together with what is kept beside it.
     *
     * @param aggregate the one whose version is in the {@code ETag}
     */
    public <T, A extends Aggregate, V> Uni<RestResponse<V>> one(
            String what, Function<Mutiny.Session, Uni<T>> query, Function<T, A> aggregate, Function<T, V> show) {
        Shown shown = request.shown();
        return found(what, query)
                .map(found ->
                        shown.composed(show.apply(found), aggregate.apply(found).version()));
    }

    private <T> Uni<T> found(String what, Function<Mutiny.Session, Uni<T>> query) {
        return unit.read(
                session -> query.apply(session).onItem().ifNull().failWith(() -> new Refusal.NotFound(what).refused()));
    }

    /** A page of those that the filters leave, oldest first. */
    public <A extends Identified> Uni<Page<A>> page(Class<A> type, Filters filters, PageRequest page) {
        return page(type, filters, ListOrder.CREATED, page);
    }

    public <A extends Identified> Uni<Page<A>> page(Class<A> type, Filters filters, ListOrder order, PageRequest page) {
        return page(type, filters.where(), filters.parameters(), order, page);
    }

    /**
     * The same for filters that {@link Filters} has no word for.
     *
     * @param where HQL that starts with " and "; never made of what a caller sent
     */
    public <A extends Identified> Uni<Page<A>> page(
            Class<A> type, String where, Map<String, ?> parameters, PageRequest page) {
        return page(type, where, parameters, ListOrder.CREATED, page);
    }

    /**
     * All that the filters leave, added up.
     *
     * @param select HQL, each with its name; never made of what a caller sent
     * @param by of what there is a row for each, in this order
     */
    public <A extends Identified> Uni<List<Tuple>> sums(Class<A> type, String select, String by, Filters filters) {
        return unit.read(session -> {
            Mutiny.SelectionQuery<Tuple> query = session.createSelectionQuery(
                            "select %s from %s where 1 = 1%s group by %s order by %s"
                                    .formatted(select, type.getSimpleName(), filters.where(), by, by),
                            Tuple.class)
                    .setMaxResults(MOST_SUMS);
            filters.parameters().forEach(query::setParameter);
            return query.getResultList();
        });
    }

    private <A extends Identified> Uni<Page<A>> page(
            Class<A> type, String where, Map<String, ?> parameters, ListOrder order, PageRequest page) {
        UUID after = cursors.id(page, order.mark).orElse(order.start);
        return unit.read(session -> {
                    Mutiny.SelectionQuery<A> query = session.createSelectionQuery(
                                    "from " + type.getSimpleName() + " where" + order.after + where + order.by, type)
                            .setParameter("after", after)
                            .setMaxResults(page.limit() + 1);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> cursors.page(rows, page, row -> order.mark + row.id()));
    }
}
