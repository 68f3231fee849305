package dev.fieldservice.gateway.apidocs;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a developer finds at the gateway without a token. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class ApiDescriptionResource {

    private static final Index INDEX = new Index("Field Service API", "/openapi.json", "/docs", "/q/health");

    private final ApiDescription description;

    ApiDescriptionResource(ApiDescription description) {
        this.description = description;
    }

    record Index(String name, String openapi, String docs, String health) {}

    @GET
    @Operation(hidden = true)
    public Index index() {
        return INDEX;
    }

    @GET
    @Path("openapi.json")
    @Operation(hidden = true)
    public Uni<Response> openapi(@Context Request request) {
        return description.current().map(document -> {
            EntityTag tag = new EntityTag(document.tag());
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            return (unchanged == null ? Response.ok(document.json()) : unchanged)
                    .tag(tag)
                    .header("Cache-Control", "no-cache")
                    .build();
        });
    }
}
