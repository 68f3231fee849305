package dev.fieldservice.gateway.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.gateway.routing.Service;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to one ticket in all services, oldest first. */
@Schema(
        description = "What happened to one ticket in all services, oldest first",
        requiredProperties = {"ticketId", "items", "sources"})
public record Timeline(
        UUID ticketId,
        @Schema(maxItems = 5000) List<TimelineStep> items,

        @Schema(description = "How complete and how fresh each service's part is", maxItems = 5)
        List<Source> sources) {

    private static final Comparator<TimelineStep> OLDEST_FIRST = Comparator.comparing(
                    TimelineStep::recordedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(TimelineStep::id, Comparator.nullsLast(Comparator.naturalOrder()));

    static Timeline of(UUID ticketId, List<Part> parts) {
        return new Timeline(
                ticketId,
                parts.stream()
                        .flatMap(part -> part.items().stream())
                        .sorted(OLDEST_FIRST)
                        .toList(),
                parts.stream().map(Part::source).toList());
    }

    /** How far a service's part can be relied on. */
    @Schema(
            name = "TimelineSourceStatus",
            description =
                    "TRUNCATED: there are more steps than one timeline tells; FORBIDDEN: the caller may not read this"
                            + " service's history")
    public enum Status {
        OK,
        TRUNCATED,
        FORBIDDEN,
        UNAVAILABLE
    }

    /** One service's share of the answer. */
    @Schema(
            name = "TimelineSource",
            requiredProperties = {"service", "status"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(
            @Schema(maxLength = 100) String service,
            Status status,

            @Schema(nullable = true, maxLength = 35, description = "When the service answered; absent if it did not")
            Instant asOf) {}

    record Part(Source source, List<TimelineStep> items) {

        static Part read(Service service, Status status, Instant asOf, List<TimelineStep> items) {
            return new Part(new Source(service.fullName(), status, asOf), items);
        }

        static Part missing(Service service, Status status) {
            return read(service, status, null, List.of());
        }
    }
}
