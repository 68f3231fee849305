package dev.fieldservice.ticket.company;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When one works on one day of the ordinary week. */
@Schema(description = "When one works on one day of the ordinary week")
public record WorkingDay(
        @NotNull DayOfWeek day, @NotNull @Size(max = 6) List<@NotNull @Valid Hours> hours) {}
