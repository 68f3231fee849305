package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.search.Criteria;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.Period;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds service orders. PostgreSQL decides which and in what order; their content is then read by id. */
@ApplicationScoped
class OrderSearch {

    private final UnitOfWork unit;
    private final Cursors cursors;

    OrderSearch(UnitOfWork unit, Cursors cursors) {
        this.unit = unit;
        this.cursors = cursors;
    }

    /** @param distance in metres, null if no point was given */
    private record Hit(UUID id, String key, Double distance) {

        static Hit of(Tuple row) {
            return new Hit(row.get(0, UUID.class), row.get(1, String.class), row.get(2, Double.class));
        }
    }

    Uni<Page<ServiceOrderSummary>> find(OrderFilter filter, Period made, Caller caller, PageRequest page) {
        OrderSort sort = filter.sort();
        Criteria criteria = filter.criteria(made);
        Visibility.of(caller).limitOrders(criteria);
        cursors.position(page).ifPresent(position -> readOn(criteria, sort, position));
        String distance = filter.centre().isPresent() ? Criteria.DISTANCE : "cast(null as double precision)";
        String sql = "select o.id, cast(%s as text), %s from service_order o where %s order by %s"
                .formatted(sort.column(), distance, criteria.where(), sort.by());
        return unit.read(session -> hits(session, sql, criteria, page.limit() + 1)
                .map(hits -> cursors.page(hits, page, hit -> sort + "|" + hit.key() + "|" + hit.id()))
                .chain(hits -> shown(session, hits)));
    }

    private static void readOn(Criteria criteria, OrderSort sort, String position) {
        String[] parts = position.split("\\|", 3);
        if (parts.length != 3 || !parts[0].equals(sort.name())) {
            throw Refusal.Invalid.field("cursor", "invalid-cursor", "Send it with the filters and sort it came from.")
                    .refused();
        }
        criteria.and(sort.after());
        criteria.with("key", parts[1]);
        criteria.with("id", UUID.fromString(parts[2]));
    }

    private static Uni<List<Hit>> hits(Mutiny.Session session, String sql, Criteria criteria, int most) {
        Mutiny.SelectionQuery<Tuple> query =
                session.createNativeQuery(sql, Tuple.class).setMaxResults(most);
        criteria.parameters().forEach(query::setParameter);
        return query.getResultList().map(rows -> rows.stream().map(Hit::of).toList());
    }

    private static Uni<Page<ServiceOrderSummary>> shown(Mutiny.Session session, Page<Hit> hits) {
        List<UUID> ids = hits.items().stream().map(Hit::id).toList();
        return session.createSelectionQuery("from ServiceOrder where id in :ids", ServiceOrder.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(found -> {
                    Map<UUID, ServiceOrder> byId =
                            found.stream().collect(Collectors.toMap(ServiceOrder::id, Function.identity()));
                    List<ServiceOrderSummary> items = hits.items().stream()
                            .flatMap(hit -> Optional.ofNullable(byId.get(hit.id()))
                                    .map(order -> ServiceOrderSummary.of(order, hit.distance()))
                                    .stream())
                            .toList();
                    return new Page<>(items, hits.nextCursor());
                });
    }
}
