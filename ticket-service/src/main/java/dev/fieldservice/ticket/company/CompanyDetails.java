package dev.fieldservice.ticket.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.phones.Phones;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator enters about the company. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompanyDetails(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "The name that customers know (EN 16931, BT-28)", examples = "Frigotehnica")
        String tradeName,

        @Valid @Schema(nullable = true, description = "Who sells, as the law wants it on invoices")
        Seller seller,

        @NotBlank
        @Size(max = 64)
        @Schema(description = "IANA time zone; decides in which year a number falls", examples = "Europe/Bucharest")
        String timeZone,

        @NotNull @Pattern(regexp = "^[A-Z]{3}$") @Schema(description = "ISO 4217 code", maxLength = 3, examples = "RON")
        String currency,

        @NotNull
        @Size(min = 1, max = 10)
        @Schema(
                description = "Tags of BCP 47; the first is used where nothing else is known",
                examples = "[\"ro\",\"en\"]")
        List<@NotNull @Size(max = 35) @Pattern(regexp = Languages.TAG) String> languages,

        @NotNull @Size(max = 7) @Schema(description = "The ordinary week; a day that is not listed is free")
        List<@NotNull @Valid WorkingDay> workingHours,

        @Pattern(regexp = CompanyDetails.HOLIDAYS)
        @Schema(
                nullable = true,
                maxLength = 6,
                description =
                        "Whose public holidays are free: ISO 3166-1 alpha-2 or ISO 3166-2 code; left out for none",
                examples = "RO")
        String publicHolidays,

        @NotNull @Size(max = 500) @Schema(description = "Days on which other hours hold, whatever else the day is")
        List<@NotNull @Valid SpecialDays> specialDays) {

    static final String HOLIDAYS = "^[A-Z]{2}(-[A-Z0-9]{1,3})?$";

    CalendarDetails calendar() {
        return new CalendarDetails(workingHours, publicHolidays, specialDays);
    }

    boolean hasOtherCalendar(CompanyDetails before) {
        return !timeZone.equals(before.timeZone)
                || !workingHours.equals(before.workingHours)
                || !Objects.equals(publicHolidays, before.publicHolidays)
                || !specialDays.equals(before.specialDays);
    }

    /** As it is kept, see {@link Seller#read}. */
    CompanyDetails read(Phones phones) {
        return seller == null
                ? this
                : new CompanyDetails(
                        tradeName,
                        seller.read(phones),
                        timeZone,
                        currency,
                        languages,
                        workingHours,
                        publicHolidays,
                        specialDays);
    }
}
