package dev.fieldservice.probe.reminders;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

record NewReminder(
        @NotBlank @Size(max = 200) String text, @NotNull Instant due, boolean daily) {}
