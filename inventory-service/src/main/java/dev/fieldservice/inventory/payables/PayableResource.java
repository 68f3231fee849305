package dev.fieldservice.inventory.payables;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.platform.validation.DayBounds;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Tuple;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1")
@Tag(name = "Payables", description = "What suppliers ask money for, and when it is to be paid")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class PayableResource {

    private static final String FIRST = "1900-01-01|" + new UUID(0, 0);
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private static final String LIST = """
            select i.id, i.supplier_id, s.name as supplier_name, i.number, i.state, i.due_on, i.total, i.currency,
                   case when i.total > 0 then greatest(cast(:today as date) - i.due_on, 0) else 0 end as overdue
              from supplier_invoice i join supplier s on s.id = i.supplier_id
             where i.state in ('IN_QUESTION', 'TO_PAY') and i.due_on <= :until and (i.due_on, i.id) > (:due, :id)
             order by i.due_on, i.id""";

    private static final String TOTALS = """
            select currency, coalesce(sum(total) filter (where state = 'TO_PAY'), 0) as to_pay,
                   coalesce(sum(total) filter (where state = 'TO_PAY' and total > 0 and due_on < :today), 0) as overdue,
                   coalesce(sum(total) filter (where state = 'TO_PAY' and total > 0
                                                 and due_on between :today and cast(:today as date) + 7), 0)
                       as this_week,
                   coalesce(sum(total) filter (where state = 'IN_QUESTION' and total > 0), 0) as in_question,
                   count(*) filter (where state = 'TO_PAY') as invoices
              from supplier_invoice where state in ('IN_QUESTION', 'TO_PAY')
             group by currency order by currency""";

    private final UnitOfWork unit;
    private final Cursors cursors;
    private final Clock clock;

    public PayableResource(UnitOfWork unit, Cursors cursors, Clock clock) {
        this.unit = unit;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @Path("/payables")
    @Operation(
            operationId = "listPayables",
            summary = "Which invoices we have to pay, by the day on which they are due",
            description = "Those in question too: state says which.")
    public Uni<Page<Payable>> list(
            @RestQuery @Parameter(description = "Due up to this day", example = "2026-04-30") LocalDate dueUntil,
            @Valid @BeanParam PageRequest page) {
        DayBounds.require("dueUntil", dueUntil);
        String[] after = cursors.position(page).orElse(FIRST).split("\\|", -1);
        return unit.read(session -> today(session)
                        .chain(today -> session.createNativeQuery(LIST, Tuple.class)
                                .setParameter("today", today)
                                .setParameter("until", dueUntil == null ? EVER : dueUntil)
                                .setParameter("due", LocalDate.parse(after[0]))
                                .setParameter("id", UUID.fromString(after[1]))
                                .setMaxResults(page.limit() + 1)
                                .getResultList()))
                .map(rows -> rows.stream().map(Payable::of).toList())
                .map(found -> cursors.page(found, page, Payable::position));
    }

    @GET
    @Path("/payable-totals")
    @Operation(
            operationId = "getPayableTotals",
            summary = "What is to be paid in all",
            description =
                    "Overdue and this week by the company's clock; a sum for each currency. What suppliers owe us is taken off"
                            + " what is to be paid in all, and off nothing else.")
    public Uni<Page<PayableTotal>> totals() {
        return unit.read(session -> today(session)
                        .chain(today -> session.createNativeQuery(TOTALS, Tuple.class)
                                .setParameter("today", today)
                                .getResultList()))
                .map(rows -> new Page<>(rows.stream().map(PayableTotal::of).toList(), null));
    }

    private Uni<LocalDate> today(Mutiny.Session session) {
        return KnownCompany.read(session).map(company -> company.dayOf(clock.instant()));
    }
}
