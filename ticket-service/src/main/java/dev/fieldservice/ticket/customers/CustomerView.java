package dev.fieldservice.ticket.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.ticket.externalids.ExternalId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Customer")
public record CustomerView(
        UUID id,
        String name,
        @Schema(nullable = true) String email,
        @Schema(nullable = true) String phone,
        @Schema(nullable = true) String taxId,
        @Schema(nullable = true) Address billingAddress,

        @Schema(nullable = true, description = "What the office remarks")
        String notes,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(nullable = true, description = "Absent where there are none")
        List<String> tags,

        @Schema(
                nullable = true,
                description = "The customer who took over what was theirs; absent unless they were merged")
        UUID mergedInto,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(nullable = true, description = "What other systems call it; absent where none does")
        List<ExternalId> externalIds) {

    static CustomerView of(Customer c) {
        return new CustomerView(
                c.id(),
                c.name,
                c.email,
                c.phone,
                c.taxId,
                c.billingAddress,
                c.notes,
                List.of(c.tags),
                c.mergedInto,
                c.externalIds.all());
    }
}
