package dev.fieldservice.probe.notes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record NewNote(@NotBlank @Size(max = 100) String title) {}
