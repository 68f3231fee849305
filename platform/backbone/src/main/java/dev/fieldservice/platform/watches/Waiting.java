package dev.fieldservice.platform.watches;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much waits in this service, of what the caller may see.
 *
 * @param asOf when it was counted
 */
@Schema(name = "Waiting")
public record Waiting(Instant asOf, List<Item> items) {

    /** How many of one kind. @param asOf when it was so many: the moment that was asked for where that can be told, else now */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WaitingItem")
    public record Item(
            String what,
            long count,
            Instant asOf,
            @Schema(nullable = true) Instant oldest,
            String list,
            List<Share> shares) {}

    /** How many of them are somebody's, or somewhere. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WaitingShare")
    public record Share(
            String by, String id, @Schema(nullable = true) String name, long count, Instant oldest, String list) {}
}
