package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.dispatch.search.Criteria;
import dev.fieldservice.dispatch.search.Places;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** By what service orders are found; all given conditions hold at once. */
public class OrderFilter {

    @RestQuery
    OrderLifecycle.State state;

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
    @Parameter(description = "Sites inside this territory")
    UUID territoryId;

    @RestQuery
    @Size(max = 40)
    @Parameter(description = "latitude,longitude; sites around it", example = "44.4269,26.0346")
    String near;

    @RestQuery
    @DefaultValue("25000")
    @Min(1)
    @Max(500_000)
    @Parameter(description = "How far from near")
    int radiusMetres;

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
    @Parameter(description = "Text in number, summary, customer or site; case does not matter")
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

    Criteria criteria() {
        Criteria criteria = new Criteria();
        criteria.and("o.state = :state", "state", name(state));
        criteria.and("o.priority = :priority", "priority", name(priority));
        criteria.and("o.service_type = :serviceType", "serviceType", name(serviceType));
        criteria.and("o.ticket_id = :ticketId", "ticketId", ticketId);
        criteria.and("o.follow_up_required = :followUp", "followUp", followUpRequired);
        criteria.and(":skill = any(o.required_skills)", "skill", skill);
        criteria.and("o.search_text like :text", "text", contained());
        criteria.inTerritory(territoryId);
        centre().ifPresent(centre -> criteria.within(radiusMetres, centre));
        Optional.ofNullable(bbox).map(Places::box).ifPresent(criteria::inBox);
        return criteria;
    }

    private String contained() {
        return q == null ? null : "%" + q.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
