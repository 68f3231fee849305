package dev.fieldservice.ticket.callers;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer who may be calling. */
@Schema(name = "LikelyCaller")
public record LikelyCaller(
        UUID customerId,
        String name,

        @Schema(
                description =
                        "Where it was found: TICKET, PHONE, EMAIL, SERIAL_NUMBER, TAX_ID, CUSTOMER, CONTACT, SITE or MACHINE")
        List<String> because) {}
