package dev.fieldservice.ticket.callers;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.rest.TextSearch;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/callers")
@Tag(name = "Customers")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class CallerResource {

    private final UnitOfWork unit;
    private final Phones phones;

    public CallerResource(UnitOfWork unit, Phones phones) {
        this.unit = unit;
        this.phones = phones;
    }

    @GET
    @Operation(
            operationId = "findCallers",
            summary = "Who is calling",
            description =
                    "By whatever is said: name, telephone number in any notation, e-mail, tax identifier, street, serial number or"
                            + " ticket number. At most 20 customers, with the place where it was found. Where it stands nowhere, those whose name or"
                            + " contact's name is similar.")
    public Uni<LikelyCallers> find(
            @RestQuery
                    @NotNull
                    @Size(min = 2, max = 100)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "What the caller says" + TextSearch.BOUNDS, example = "0722 555 010")
                    String q) {
        return unit.read(session -> Callers.find(session, phones, q)).map(LikelyCallers::new);
    }
}
