package dev.fieldservice.gateway.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.gateway.routing.Service;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where to intervene: how much waits for somebody in all services, of what the caller may see. */
@Schema(
        description = "How much waits for somebody in all services, of what the caller may see",
        requiredProperties = {"items", "sources"})
public record Overview(
        @Schema(maxItems = 200) List<Item> items,

        @Schema(description = "How complete and how fresh each service's part is", maxItems = 5)
        List<Source> sources) {

    static Overview of(List<Part> parts) {
        return new Overview(
                parts.stream().flatMap(part -> part.items().stream()).toList(),
                parts.stream().map(Part::source).toList());
    }

    /** How far a service's part can be relied on. */
    @Schema(name = "OverviewSourceStatus")
    public enum Status {
        OK,
        UNAVAILABLE
    }

    /** One service's share of the answer. */
    @Schema(
            name = "OverviewSource",
            requiredProperties = {"service", "status"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(
            @Schema(maxLength = 100) String service,
            Status status,

            @Schema(nullable = true, maxLength = 35, description = "When it was counted; absent if nothing was")
            Instant asOf) {}

    /** What waits of one kind. */
    @Schema(
            name = "OverviewItem",
            requiredProperties = {"what", "count", "list", "shares"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(maxLength = 100, description = "More may come", examples = "REVIEWS_WAITING")
            String what,

            @Schema(minimum = "0") long count,

            @Schema(
                    nullable = true,
                    maxLength = 35,
                    description =
                            "When it was so many: the moment that was asked for, by what had been recorded then, or now where the"
                                    + " number is of now, as all are where no moment was asked for. Absent where the service is older")
            Instant asOf,

            @Schema(
                    nullable = true,
                    maxLength = 35,
                    description = "Since when the first of them waits; absent for none, and of the past")
            Instant oldest,

            @Schema(
                    maxLength = 300,
                    description = "Path and query of the list of just these, as it is now",
                    examples = "/v1/service-orders?state=UNSCHEDULED")
            String list,

            @Schema(
                    maxItems = 300,
                    description =
                            "Whose or where they are, the most first, a hundred of each kind at most. One that is several people's"
                                    + " or lies in several territories counts for each; one that is nobody's for none. None of the"
                                    + " past")
            List<Share> shares) {}

    /** Those of one person or of one territory. */
    @Schema(
            name = "OverviewShare",
            requiredProperties = {"by", "id", "count", "oldest", "list"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Share(
            @Schema(maxLength = 100, description = "PERSON or TERRITORY; more may come")
            String by,

            @Schema(maxLength = 100) String id,
            @Schema(nullable = true, maxLength = 500) String name,
            @Schema(minimum = "1") long count,
            @Schema(maxLength = 35) Instant oldest,
            @Schema(maxLength = 400) String list) {}

    record Part(Source source, List<Item> items) {

        static Part counted(Service service, Instant asOf, List<Item> items) {
            return new Part(new Source(service.fullName(), Status.OK, asOf), items);
        }

        static Part missing(Service service) {
            return new Part(new Source(service.fullName(), Status.UNAVAILABLE, null), List.of());
        }
    }
}
