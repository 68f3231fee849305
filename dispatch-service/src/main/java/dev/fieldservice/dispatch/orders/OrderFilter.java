package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.dispatch.search.Criteria;
import dev.fieldservice.dispatch.search.Places;
import dev.fieldservice.dispatch.worktypes.ServiceType;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.Period;
import dev.fieldservice.platform.rest.TextSearch;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** By what service orders are found; all given conditions hold at once. */
public class OrderFilter {

    private static final int USUAL_RADIUS = 25_000;

    @RestQuery
    @Size(max = 40)
    @Pattern(regexp = Text.LINE)
    @Parameter(description = "The whole number", example = "SO-2026-000001")
    String number;

    @RestQuery
    @Size(max = 20)
    @Parameter(description = "Any of these; repeat it for several")
    List<OrderLifecycle.State> state;

    @RestQuery
    UUID customerId;

    @RestQuery
    Priority priority;

    @RestQuery
    ServiceType serviceType;

    @RestQuery
    UUID ticketId;

    @RestQuery
    @Parameter(description = "Only those that wait for another visit, or only those that do not")
    Boolean followUpRequired;

    @RestQuery
    @Parameter(description = "Whether what the next visit is to take along is there")
    PartsReadiness parts;

    @RestQuery
    @Parameter(description = "Sites inside this territory")
    UUID territoryId;

    @RestQuery
    @Size(max = 40)
    @Parameter(description = "latitude,longitude; sites around it", example = "44.4269,26.0346")
    String near;

    @RestQuery
    @Min(1)
    @Max(500_000)
    @Parameter(description = "How far from near; 25000 without it. Only with near")
    Integer radiusMetres;

    @RestQuery
    @Size(max = 80)
    @Parameter(description = "minLatitude,minLongitude,maxLatitude,maxLongitude", example = "44.38,25.95,44.50,26.20")
    String bbox;

    @RestQuery
    @Size(max = 64)
    @Pattern(regexp = Text.LINE)
    @Parameter(description = "Orders that ask for this skill", example = "refrigeration")
    String skill;

    @RestQuery
    @Size(max = 100)
    @Pattern(regexp = Text.LINE)
    @Parameter(
            description =
                    "Words in number, summary, customer, site or machine, of which each must occur; case, accents and"
                            + " the way a letter is written do not matter" + TextSearch.BOUNDS,
            example = "cotroceni")
    String q;

    @RestQuery
    @Parameter(description = "Order of the list; without it CREATED, or DISTANCE if near is given")
    OrderSort sort;

    Optional<GeoPoint> centre() {
        return Optional.ofNullable(near).map(text -> Places.point(text, "near"));
    }

    OrderSort sort() {
        if (sort == OrderSort.DISTANCE && near == null) {
            throw Refusal.Invalid.field("near", "missing", "Sorting by distance needs a point.")
                    .refused();
        }
        return Optional.ofNullable(sort).orElse(near == null ? OrderSort.CREATED : OrderSort.DISTANCE);
    }

    /** @param made when they were made, or changed */
    Criteria criteria(Period made) {
        if (radiusMetres != null && near == null) {
            throw Refusal.Invalid.field("near", "missing", "A radius needs a point.")
                    .refused();
        }
        Criteria criteria = new Criteria();
        criteria.and("o.number = upper(:number)", "number", number);
        criteria.and(
                "o.state = any(string_to_array(:states, ','))",
                "states",
                state == null || state.isEmpty()
                        ? null
                        : state.stream().map(Enum::name).collect(Collectors.joining(",")));
        criteria.and("o.customer_id = :customerId", "customerId", customerId);
        criteria.and("o.created_at >= :from", "from", made.from());
        criteria.and("o.created_at < :to", "to", made.to());
        criteria.and("o.changed_at >= :changedSince", "changedSince", made.changedSince());
        criteria.and("o.priority = :priority", "priority", name(priority));
        criteria.and("o.service_type = :serviceType", "serviceType", name(serviceType));
        criteria.and("o.ticket_id = :ticketId", "ticketId", ticketId);
        criteria.and("o.follow_up_required = :followUp", "followUp", followUpRequired);
        criteria.and("o.parts = :parts", "parts", name(parts));
        criteria.and(":skill = any(o.required_skills)", "skill", skill);
        for (String word : TextSearch.words(q)) {
            String name = "word" + criteria.parameters().size();
            criteria.and("o.search_text like (select contained(:" + name + "))", name, word);
        }
        criteria.inTerritory(territoryId);
        centre().ifPresent(centre -> criteria.within(radius(), centre));
        Optional.ofNullable(bbox).map(Places::box).ifPresent(criteria::inBox);
        return criteria;
    }

    private int radius() {
        return radiusMetres == null ? USUAL_RADIUS : radiusMetres;
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
