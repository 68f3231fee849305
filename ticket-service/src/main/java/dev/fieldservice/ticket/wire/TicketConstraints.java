package dev.fieldservice.ticket.wire;

import dev.fieldservice.platform.commands.Constraints;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.attachments.Attachment;
import dev.fieldservice.ticket.externalids.Named;
import jakarta.enterprise.context.ApplicationScoped;

/** The refusals that violated database constraints become. */
@ApplicationScoped
public class TicketConstraints implements Constraints {

    @Override
    public Refusal refusal(String name) {
        return switch (name) {
            case "asset_serial_number" ->
                new Refusal.Conflict(
                        "serial-number-taken", "A machine of this maker with this serial number is registered.");
            case "customer_external_id_pkey", "service_location_external_id_pkey" -> Named.taken();
            case "attachment_pkey" -> Attachment.taken();
            default -> Constraints.unexpected(name);
        };
    }
}
