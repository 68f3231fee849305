package dev.fieldservice.workorder.workorders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A closed job that finance sent back, until it is closed again.
 *
 * @param begun a person has done something to it since
 * @param before the review that closed it, which stands again where finance takes it back in time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Returned(JobReturn what, boolean begun, Review before, Instant closedAt) {

    Returned touched() {
        return new Returned(what, true, before, closedAt);
    }
}
