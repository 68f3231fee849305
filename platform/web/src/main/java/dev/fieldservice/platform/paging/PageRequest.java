package dev.fieldservice.platform.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The two query parameters of every list; take it as a {@code @BeanParam}. */
public class PageRequest {

    public static final int MOST = 200;

    @RestQuery
    @DefaultValue("50")
    @Min(1)
    @Max(MOST)
    @Parameter(description = "How many items at most")
    int limit;

    @RestQuery
    @Size(max = 1000)
    @Parameter(description = "nextCursor of the page before; opaque")
    String cursor;

    public int limit() {
        return limit;
    }

    /** The raw cursor, or null for the first page. */
    public String cursor() {
        return cursor;
    }
}
