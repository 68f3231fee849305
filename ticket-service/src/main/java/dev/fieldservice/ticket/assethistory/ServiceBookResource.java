package dev.fieldservice.ticket.assethistory;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.papers.Press;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/assets/{id}/service-book")
@Tag(name = "Assets", description = "The customers' machines")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class ServiceBookResource {

    private static final String PDF = "application/pdf";

    private final UnitOfWork unit;
    private final CurrentRequest request;
    private final ServiceBookPapers papers;
    private final Press press;

    ServiceBookResource(UnitOfWork unit, CurrentRequest request, ServiceBookPapers papers, Press press) {
        this.unit = unit;
        this.request = request;
        this.papers = papers;
        this.press = press;
    }

    @GET
    @Produces(PDF)
    @Operation(
            operationId = "getServiceBook",
            summary = "The life of a machine to read and to print",
            description =
                    "PDF/A-3, of what is known now. One of a caller's is made at a time. More than 1000 entries, or 2000 parts, are refused: ask"
                            + " for less time.")
    public Uni<RestResponse<byte[]>> print(
            @RestPath UUID id,
            @Valid @BeanParam AssetHistoryQuestion asked,
            @RestQuery
                    @Size(max = 2)
                    @Pattern(regexp = BookLanguage.TAGS)
                    @Parameter(description = "Instead of the company's first", example = "ro")
                    String language) {
        asked.require();
        By by = request.by();
        return press.awaited(
                        by.id(),
                        () -> unit.read(session -> ServiceBooks.read(session, id, asked, by.at()))
                                .chain(kept -> press.printed(() -> papers.paper(
                                        kept.book(),
                                        BookLanguage.first(language == null ? kept.languages() : List.of(language))))))
                .map(pdf -> RestResponse.ResponseBuilder.ok(pdf).type(PDF).build());
    }
}
