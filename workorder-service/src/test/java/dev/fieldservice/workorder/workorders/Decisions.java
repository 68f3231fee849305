package dev.fieldservice.workorder.workorders;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.workorder.visits.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What dispatch may decide about one order: up to three visits, in windows a day apart. */
final class Decisions {

    private static final OrderAssigned SAMPLE = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .convertValue(Contracts.sample(Topics.ORDER_ASSIGNED, Map.of()), OrderAssigned.class);
    private final List<UUID> visits = Stream.generate(UUID::randomUUID).limit(3).toList();
    private final UUID id;

    Decisions(UUID id) {
        this.id = id;
    }

    OrderUnassigned takesAway(int visit, int version, By by) {
        return new OrderUnassigned(id, visits.get(visit), version, List.of(), "Elsewhere", by.at());
    }

    OrderAssigned assigns(int visit, List<UUID> crew, int window, int version) {
        Instant start = SAMPLE.window().start().plus(Duration.ofDays(window));
        return new OrderAssigned(
                id,
                SAMPLE.orderNumber(),
                SAMPLE.ticketId(),
                SAMPLE.ticketNumber(),
                SAMPLE.ticketVersion(),
                visits.get(visit),
                version,
                crew.stream()
                        .map(each -> new Assignment.Technician(each, "T", each.equals(crew.getFirst())))
                        .toList(),
                new Assignment.Window(start, start.plusSeconds(3600)),
                SAMPLE.jobCard(),
                SAMPLE.plannedParts(),
                null,
                SAMPLE.territoryIds(),
                SAMPLE.assignedAt());
    }
}
