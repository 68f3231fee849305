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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

/** The way of every plain read: one aggregate with its ETag, or a page of rows in the order they were made. */
@ApplicationScoped
public class Queries {

    private final UnitOfWork unit;
    private final Cursors cursors;

    public Queries(UnitOfWork unit, Cursors cursors) {
        this.unit = unit;
        this.cursors = cursors;
    }

    /** 404 if there is none. */
    public <A extends Aggregate, V> Uni<RestResponse<V>> one(Class<A> type, UUID id, Function<A, V> show) {
        return one(type.getSimpleName().toLowerCase(java.util.Locale.ROOT), session -> session.find(type, id), show);
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
     * @param aggregate the one whose version is the {@code ETag}
     */
    public <T, A extends Aggregate, V> Uni<RestResponse<V>> one(
            String what, Function<Mutiny.Session, Uni<T>> query, Function<T, A> aggregate, Function<T, V> show) {
        return unit.read(session -> query.apply(session)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound(what).refused())
                .map(found -> RestResponse.ResponseBuilder.ok(show.apply(found))
                        .header("ETag", "\"" + aggregate.apply(found).version() + "\"")
                        .build()));
    }

    /** A page of those whose fields have the given values. */
    public <A extends Identified> Uni<Page<A>> page(Class<A> type, Filters filters, PageRequest page) {
        String where = filters.given().keySet().stream()
                .map(field -> " and " + field + " = :" + field)
                .collect(Collectors.joining());
        return page(type, where, filters.given(), page);
    }

    /**
     * The same for filters that are not plain equality.
     *
     * @param where HQL that starts with " and "; never made of what a caller sent
     */
    public <A extends Identified> Uni<Page<A>> page(
            Class<A> type, String where, Map<String, ?> parameters, PageRequest page) {
        UUID after = cursors.id(page.cursor()).orElse(new UUID(0, 0));
        return unit.read(session -> {
                    Mutiny.SelectionQuery<A> query = session.createSelectionQuery(
                                    "from " + type.getSimpleName() + " where id > :after" + where + " order by id",
                                    type)
                            .setParameter("after", after)
                            .setMaxResults(page.limit() + 1);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> cursors.page(rows, page, row -> row.id().toString()));
    }
}
