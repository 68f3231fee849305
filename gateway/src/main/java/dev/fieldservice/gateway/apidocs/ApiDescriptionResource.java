package dev.fieldservice.gateway.apidocs;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a developer finds at the gateway without a token. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class ApiDescriptionResource {

    private static final Index INDEX = new Index("Field Service API", "/openapi.json", "/docs", "/q/health");

    /** Named, and not refused by a quality of zero. */
    private static final Pattern GZIP =
            Pattern.compile("(^|[,\\s])(gzip|\\*)\\s*(,|$|;\\s*q=(1|0\\.\\d*[1-9]))", Pattern.CASE_INSENSITIVE);

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
    public Uni<Response> openapi(
            @Context Request request, @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @DefaultValue("") String encodings) {
        return description.current().map(document -> {
            EntityTag tag = new EntityTag(document.tag(), true);
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            return (unchanged == null ? whole(document, encodings) : unchanged)
                    .tag(tag)
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                    .build();
        });
    }

    private static Response.ResponseBuilder whole(ApiDocument document, String encodings) {
        return GZIP.matcher(encodings).find()
                ? Response.ok(document.gzip()).header(HttpHeaders.CONTENT_ENCODING, "gzip")
                : Response.ok(document.json());
    }
}
