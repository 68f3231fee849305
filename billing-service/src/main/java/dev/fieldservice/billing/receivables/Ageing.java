package dev.fieldservice.billing.receivables;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How old what is owed was on a day. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Ageing")
public record Ageing(
        LocalDate asOf,

        @Schema(description = "One for each customer and currency")
        List<OfCustomer> items,

        @Schema(description = "Of all customers, whatever page this is; one for each currency")
        List<Amounts> totals,

        @Schema(nullable = true, description = "Send as cursor to read on; absent at the end")
        String nextCursor) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AgeingOfCustomer")
    public record OfCustomer(
            UUID customerId,

            @Schema(nullable = true, description = "As it stands on the newest document; absent if there is none")
            String customerName,

            Amounts amounts) {}

    @Schema(name = "AgeingAmounts")
    public record Amounts(
            @Schema(description = "Of invoices that are not due yet, and of money that was paid back")
            Money notDue,

            @Schema(description = "Due for 1 to 30 days") Money days1To30,
            @Schema(description = "Due for 31 to 60 days") Money days31To60,
            @Schema(description = "Due for 61 to 90 days") Money days61To90,

            @Schema(description = "Due for more than 90 days")
            Money over90,

            @Schema(description = "Payments and credit notes that are not set against anything; negative")
            Money unallocated,

            @Schema(description = "The sum of all that") Money balance) {}
}
