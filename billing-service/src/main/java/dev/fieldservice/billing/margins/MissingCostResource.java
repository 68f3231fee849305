package dev.fieldservice.billing.margins;

import dev.fieldservice.billing.periods.Days;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Tuple;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/missing-costs")
@Tag(name = "Margins", description = "Revenue, costs and what is left, by what it is asked")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class MissingCostResource {

    private static final String FIRST = "|";

    private static final String FIND = """
            select m.*, k.number, k.name
              from (select kind, part_id, count(*) as missing, min(performed_on) as first_day, max(performed_on) as last_day
                      from cost_item where cost is null and performed_on between :from and :to
                     group by kind, part_id) m
              left join known_part k on k.part_id = m.part_id
             where (m.kind, coalesce(cast(m.part_id as text), '')) > (:kind, :part)
             order by m.kind, coalesce(cast(m.part_id as text), '')""";

    private final UnitOfWork unit;
    private final Cursors cursors;

    public MissingCostResource(UnitOfWork unit, Cursors cursors) {
        this.unit = unit;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listMissingCosts",
            summary = "Parts, hours and kilometres of closed jobs that have no cost",
            description =
                    "As long as there are any, margins are too high by them. Days are those of the use and the work.")
    public Uni<Page<MissingCost>> list(@Valid @BeanParam Days days, @Valid @BeanParam PageRequest page) {
        days.require();
        String[] after = cursors.position(page).orElse(FIRST).split("\\|", -1);
        return unit.read(session -> find(session, days, after, page.limit() + 1))
                .map(found -> cursors.page(found, page, MissingCost::position));
    }

    private static Uni<List<MissingCost>> find(Mutiny.Session session, Days days, String[] after, int most) {
        return session.createNativeQuery(FIND, Tuple.class)
                .setParameter("from", days.from())
                .setParameter("to", days.to())
                .setParameter("kind", after[0])
                .setParameter("part", after[1])
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(MissingCost::of).toList());
    }
}
