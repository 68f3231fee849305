package dev.fieldservice.billing.margins;

import dev.fieldservice.billing.periods.Days;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which margins are asked for: of the jobs that were first closed in some days, added up by something. */
public class MarginQuestion {

    @RestQuery
    @NotNull
    @Parameter(description = "By what they are added up")
    MarginBy by;

    @RestQuery
    @Parameter(description = "Count drafts as if they were issued")
    Boolean includeDrafts;

    @Valid
    @BeanParam
    Days days;

    MarginBy by() {
        return by;
    }

    boolean includesDrafts() {
        return Boolean.TRUE.equals(includeDrafts);
    }

    Days days() {
        return days;
    }
}
