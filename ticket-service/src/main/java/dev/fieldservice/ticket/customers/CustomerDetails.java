package dev.fieldservice.ticket.customers;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.codes.TaxIdentifier;
import dev.fieldservice.contracts.codes.TaxIds;
import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about a customer. */
public record CustomerDetails(
        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Supermarket Cotroceni SRL")
        String name,

        @Email
        @Size(min = 3, max = 254)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "Where invoices and reports are sent", nullable = true, format = "email")
        String email,

        @Size(min = 1, max = 40)
        @Pattern(regexp = Text.LINE)
        @Schema(
                description = "Kept in E.164; without country code it is read as one of the billing address's country",
                nullable = true,
                examples = "+40 21 555 0100")
        String phone,

        @Size(min = 1, max = 32)
        @Pattern(regexp = Text.LINE)
        @TaxIdentifier
        @Schema(
                description =
                        "With its country, as VAT identifiers begin, or as the country of the billing address has it; "
                                + "kept without blanks, and with the country of the billing address where that is of the"
                                + " European Union and not Romania: there it says that its owner is not registered for VAT",
                nullable = true,
                examples = "RO12345674")
        String taxId,

        @Valid @Schema(nullable = true) Address billingAddress) {

    /** As it is kept. Refused if there can be no such telephone number, or tax identifier in that country. */
    public CustomerDetails read(Phones phones) {
        String country = billingAddress == null ? null : billingAddress.countryCode();
        if (taxId != null && !TaxIds.canExist(taxId, country)) {
            throw Refusal.Invalid.field(
                            "/taxId", "tax-identifier", "There can be no such tax identifier in " + country + ".")
                    .refused();
        }
        return new CustomerDetails(
                name,
                email,
                phones.taken("/phone", phone, country),
                TaxIds.withCountry(taxId, country),
                billingAddress);
    }
}
