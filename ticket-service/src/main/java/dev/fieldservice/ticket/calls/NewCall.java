package dev.fieldservice.ticket.calls;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.customers.CustomerDetails;
import dev.fieldservice.ticket.tickets.Channel;
import dev.fieldservice.ticket.tickets.NewTicket;
import dev.fieldservice.ticket.tickets.Priority;
import dev.fieldservice.ticket.tickets.ServiceType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is said in one call: each of whom and what it is about by its id, or as it is entered now. */
public record NewCall(
        @Schema(nullable = true, description = "Who is known already; or else `customer`")
        UUID customerId,

        @Valid @Schema(nullable = true) CustomerDetails customer,

        @Schema(nullable = true, description = "Who is known already; or else `contact`")
        UUID contactId,

        @Valid @Schema(nullable = true) Caller contact,

        @Schema(nullable = true, description = "A site that is known already; or else `location`")
        UUID locationId,

        @Valid @Schema(nullable = true) Site location,

        @Schema(nullable = true, description = "A machine that is known already; or `asset`, or neither")
        UUID assetId,

        @Valid @Schema(nullable = true) Machine asset,

        @Schema(
                nullable = true,
                description =
                        "Those who were named as possible duplicates are others; left out, a new customer or contact who resembles"
                                + " one that is known is refused")
        Boolean duplicatesSeen,

        @NotNull Channel channel,
        @NotNull ServiceType serviceType,
        @NotNull Priority priority,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Chiller leaks refrigerant")
        String summary,

        @Size(min = 1, max = 4000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "Anything the technician should know")
        String instructions,

        @Size(max = 20)
        @Schema(nullable = true, description = "Skills the job asks for", examples = "[\"refrigeration\"]")
        List<@NotBlank @Size(max = 60) @Pattern(regexp = "^[a-z0-9-]+$") String> requiredSkills,

        @Schema(
                nullable = true,
                description =
                        "Whether the contact is told by mail that the request was taken, and under which number; left out, they are,"
                                + " unless the channel is API. Never whoever has no e-mail address or wants no mail")
        Boolean acknowledge) {

    /** Who calls, and whom the technician will meet. */
    @Schema(name = "NewCallContact")
    public record Caller(
            @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Maria Ionescu")
            String name,

            @Size(min = 1, max = 40)
            @Pattern(regexp = Text.LINE)
            @Schema(description = "Kept in E.164", nullable = true, examples = "+40 722 555 010")
            String phone,

            @Email
            @Size(min = 3, max = 254)
            @Pattern(regexp = Text.LINE)
            @Schema(nullable = true, format = "email", examples = "maria.ionescu@cotroceni.example")
            String email) {}

    /** Where the work is to be done. */
    @Schema(name = "NewCallSite")
    public record Site(
            @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Magazin Cotroceni")
            String name,

            @NotNull @Valid Address address,

            @Valid @Schema(nullable = true, description = "Absent where nobody knows it yet")
            GeoPoint position,

            @NotBlank @Size(max = 64) @Schema(description = "IANA time zone of the site", examples = "Europe/Bucharest")
            String timeZone,

            @Size(min = 1, max = 2000)
            @Pattern(regexp = Text.LINES)
            @Schema(description = "How to get in", nullable = true)
            String accessNotes) {}

    /** The machine in trouble, which stands at that site. */
    @Schema(name = "NewCallMachine")
    public record Machine(
            @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Chiller lactate 1")
            String name,

            @Size(min = 1, max = 100)
            @Pattern(regexp = Text.LINE)
            @Schema(nullable = true, examples = "FX40-2021-004417")
            String serialNumber,

            @Size(min = 1, max = 100) @Pattern(regexp = Text.LINE) @Schema(nullable = true)
            String manufacturer,

            @Size(min = 1, max = 100) @Pattern(regexp = Text.LINE) @Schema(nullable = true)
            String model) {}

    /** Refused with 400 where something is named twice, or not at all. */
    void requireWhole() {
        requireOne("/customerId", customerId, customer);
        requireOne("/contactId", contactId, contact);
        requireOne("/locationId", locationId, location);
        if (assetId != null && asset != null) {
            throw refused("/assetId");
        }
    }

    private static void requireOne(String pointer, UUID known, Object entered) {
        if ((known == null) == (entered == null)) {
            throw refused(pointer);
        }
    }

    private static RuntimeException refused(String pointer) {
        return Refusal.Invalid.field(pointer, "one-of", "Send the id of what is known, or enter it: one of the two.")
                .refused();
    }

    boolean mayBeDuplicate() {
        return !Boolean.TRUE.equals(duplicatesSeen);
    }

    NewTicket ticket(UUID ofCustomer, UUID ofContact, UUID atLocation, UUID aboutAsset) {
        return new NewTicket(
                channel,
                ofCustomer,
                ofContact,
                atLocation,
                aboutAsset,
                serviceType,
                priority,
                summary,
                instructions,
                requiredSkills,
                null,
                acknowledge);
    }
}
