package dev.fieldservice.inventory.payables;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When an invoice was paid. */
@Schema(name = "SupplierPayment")
public record SupplierPayment(
        @NotNull @Schema(description = "Not after today", examples = "2026-04-09")
        LocalDate paidOn) {}
