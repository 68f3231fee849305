package dev.fieldservice.probe.reminders;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record NewMail(@NotBlank @Email @Size(max = 100) String recipient) {}
