package dev.fieldservice.inventory.wire;

import dev.fieldservice.inventory.stock.DeliveryNote;
import dev.fieldservice.platform.commands.Constraints;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/** The refusals that violated database constraints become. */
@ApplicationScoped
public class InventoryConstraints implements Constraints {

    @Override
    public Refusal refusal(String name) {
        return switch (name) {
            case "part_number" ->
                new Refusal.Conflict("part-number-taken", "Another part has this number. Numbers are unique.");
            case "stock_location_technician" ->
                new Refusal.Conflict(
                        "technician-has-a-vehicle",
                        "This technician has a vehicle. Take that one away from them first.");
            case "stock_limit_once" ->
                new Refusal.Conflict("limit-exists", "There is a limit for this part at this place. Change that one.");
            case "delivery_note_once" -> DeliveryNote.receivedBefore();
            default -> Constraints.unexpected(name);
        };
    }
}
