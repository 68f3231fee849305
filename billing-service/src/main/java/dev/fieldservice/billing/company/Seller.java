package dev.fieldservice.billing.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Address;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who sells, as EN 16931 wants it on invoices (BG-4 to BG-6, BG-17). All but the name and the address may be null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvoiceSeller", description = "Who sells, as known when it was issued")
public record Seller(
        @Schema(description = "Registered name") String legalName,

        @Schema(nullable = true, description = "VAT identifier")
        String vatId,

        @Schema(nullable = true, description = "Number in the trade register")
        String registrationNumber,

        @Schema(nullable = true, description = "What else the law wants said, such as the share capital")
        String legalInformation,

        Address address,
        @Schema(nullable = true) String email,
        @Schema(nullable = true) String phone,

        @Schema(nullable = true, description = "Account (ISO 13616)")
        String iban,

        @Schema(nullable = true) String bank) {}
