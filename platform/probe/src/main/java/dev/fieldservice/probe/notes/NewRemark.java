package dev.fieldservice.probe.notes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record NewRemark(@NotBlank @Size(max = 1000) String text) {}
