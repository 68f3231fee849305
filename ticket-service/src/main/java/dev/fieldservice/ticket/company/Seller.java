package dev.fieldservice.ticket.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.codes.TaxIdentifier;
import dev.fieldservice.contracts.codes.TaxIds;
import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who sells: what EN 16931 asks of the seller (BG-4, BG-5, BG-6) and where the money is to go (BG-17). */
@Schema(description = "Who sells, as the law wants it on invoices")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seller(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "As registered (BT-27)", examples = "Frigotehnica Service SRL")
        String legalName,

        @Size(min = 1, max = 32)
        @Pattern(regexp = Text.LINE)
        @TaxIdentifier
        @Schema(
                description = "VAT identifier, which begins with its country (BT-31)",
                nullable = true,
                examples = "RO18547290")
        String vatId,

        @Size(min = 1, max = 64)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "Number in the trade register (BT-30)", nullable = true, examples = "J40/4321/2006")
        String registrationNumber,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                description = "What else the law wants said, such as the share capital (BT-33)",
                nullable = true,
                examples = "Capital social 200 RON")
        String legalInformation,

        @NotNull @Valid Address address,

        @Email
        @Size(min = 3, max = 254)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "For questions about invoices (BT-43)", nullable = true, format = "email")
        String email,

        @Size(min = 1, max = 40)
        @Pattern(regexp = Text.LINE)
        @Schema(
                description = "For questions about invoices (BT-42); kept in E.164",
                nullable = true,
                examples = "+40 21 555 0100")
        String phone,

        @Pattern(regexp = "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")
        @Schema(
                description = "Account, without blanks (BT-84; ISO 13616)",
                nullable = true,
                minLength = 15,
                maxLength = 34,
                examples = "RO49AAAA1B31007593840000")
        String iban,

        @Size(min = 1, max = 100) @Pattern(regexp = Text.LINE) @Schema(description = "Its bank", nullable = true)
        String bank) {

    /** As it is kept. Refused if there can be no such telephone number, or the VAT identifier does not begin with its country. */
    Seller read(Phones phones) {
        String country = address.countryCode();
        if (vatId != null && !TaxIds.isVatId(vatId)) {
            throw Refusal.Invalid.field(
                            "/seller/vatId",
                            "tax-identifier",
                            "A VAT identifier begins with its country, such as RO18547290. Leave it out without one.")
                    .refused();
        }
        return new Seller(
                legalName,
                TaxIds.compact(vatId),
                registrationNumber,
                legalInformation,
                address,
                email,
                phones.taken("/seller/phone", phone, country),
                iban,
                bank);
    }
}
