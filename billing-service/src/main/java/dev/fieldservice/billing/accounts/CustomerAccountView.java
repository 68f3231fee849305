package dev.fieldservice.billing.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CustomerAccount")
public record CustomerAccountView(
        UUID customerId,

        @Schema(nullable = true, description = "As agreed with this customer; absent: those of the company")
        Integer paymentDays,

        @Schema(nullable = true, description = "BCP 47 tag, as agreed; absent: the company's first", examples = "de")
        String language) {

    static CustomerAccountView of(CustomerAccount account) {
        return new CustomerAccountView(account.id(), account.paymentDays, account.language);
    }

    /** With what stands on it. */
    @Schema(name = "CustomerAccountBalances")
    public record Balances(
            UUID customerId,
            @Schema(description = "One for each currency") List<Balance> items) {}
}
