package dev.fieldservice.platform.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The two query parameters of every list; take it as a {@code @BeanParam}. */
public class PageRequest {

    public static final int MOST = 200;

    private static final Set<String> OF_THE_PAGE = Set.of("limit", "cursor");

    @RestQuery
    @DefaultValue("50")
    @Min(1)
    @Max(MOST)
    @Parameter(description = "How many items at most")
    int limit;

    @RestQuery
    @Size(max = 1000)
    @Parameter(
            description =
                    "nextCursor of the page before; opaque, and of the same list and caller with the same filters")
    String cursor;

    @Context
    UriInfo uri;

    @Context
    SecurityContext security;

    private String list;

    public int limit() {
        return limit;
    }

    /** The raw cursor, or null for the first page. */
    String cursor() {
        return cursor;
    }

    /**
     * Which list this is a page of: whose, its address, and its filters in whatever order they were sent. To be asked for before
     * the first asynchronous step, as it is of the request.
     */
    String list() {
        if (list == null) {
            list = uri.getQueryParameters().entrySet().stream()
                    .filter(parameter -> !OF_THE_PAGE.contains(parameter.getKey()))
                    .map(parameter -> parameter.getKey() + "="
                            + parameter.getValue().stream().sorted().toList())
                    .sorted()
                    .collect(Collectors.joining("&", caller() + " " + uri.getPath() + "?", ""));
        }
        return list;
    }

    /** Names can be given anew, the subject of a token cannot. */
    private String caller() {
        return security.getUserPrincipal() instanceof JsonWebToken token ? token.getSubject() : "";
    }
}
