package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/unsent-documents")
@Tag(name = "Documents")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class UnsentDocumentResource {

    private static final String UNSENT = " and delivery <> SENT";
    private static final String SUMS = """
            select currency, sum(case when type = CREDIT_NOTE then -gross else gross end), count(*)
              from IssuedDocument where delivery <> SENT group by currency order by currency""";

    private final Queries queries;
    private final UnitOfWork unit;
    private final Clock clock;

    public UnsentDocumentResource(Queries queries, UnitOfWork unit, Clock clock) {
        this.queries = queries;
        this.unit = unit;
        this.clock = clock;
    }

    record Sum(String currency, BigDecimal gross, long count) {}

    /** @param sums of all that is not sent */
    private record Whole(LocalDate today, List<Sum> sums) {}

    @GET
    @Operation(
            operationId = "listUnsentDocuments",
            summary = "What was issued and not sent, oldest first",
            description = "Invoices and credit notes of which no mail server of a recipient has taken any mail yet.")
    public Uni<UnsentDocuments> list(@Valid @BeanParam PageRequest page) {
        Uni<Page<IssuedDocument>> unsent = queries.page(IssuedDocument.class, UNSENT, Map.of(), page);
        return unit.read(this::whole).chain(whole -> unsent.map(found -> answer(found, whole)));
    }

    private Uni<Whole> whole(Mutiny.Session session) {
        return KnownCompany.read(session)
                .chain(company -> session.createSelectionQuery(SUMS, Sum.class)
                        .getResultList()
                        .map(sums -> new Whole(LocalDate.ofInstant(clock.instant(), company.zone()), sums)));
    }

    private static UnsentDocuments answer(Page<IssuedDocument> page, Whole whole) {
        return new UnsentDocuments(
                page.items().stream()
                        .map(document -> UnsentDocument.of(document, whole.today()))
                        .toList(),
                page.nextCursor(),
                whole.sums().stream().mapToLong(Sum::count).sum(),
                whole.sums().stream()
                        .map(sum -> new Money(sum.gross(), sum.currency()))
                        .toList());
    }
}
