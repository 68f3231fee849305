package dev.fieldservice.ticket.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a plan will do, as far as it is known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MaintenancePreview")
public record PreviewView(
        @Schema(nullable = true, description = "What else is waited for, for people")
        String words,

        @Schema(description = "In order", maxItems = 100) List<Day> items) {

    /** A day that comes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MaintenancePreviewDay")
    public record Day(
            @Schema(description = "As the schedule has it") LocalDate plannedOn,

            @Schema(nullable = true, description = "When it is done; absent where it is left out")
            LocalDate dueOn,

            @Schema(nullable = true, description = "When its ticket is made")
            LocalDate ticketOn,

            DayReason reason,

            @Schema(nullable = true, description = "For people, where it is not simply done on its day")
            String words) {

        static Day of(PlannedDay day, int leadDays) {
            return new Day(
                    day.planned(),
                    day.on(),
                    day.on() == null ? null : day.on().minusDays(leadDays),
                    day.reason(),
                    day.words());
        }
    }
}
