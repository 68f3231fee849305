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
            case "part_gtin" ->
                new Refusal.Conflict("gtin-taken", "Another part that is not superseded has this GTIN.");
            case "part_category_name" ->
                new Refusal.Conflict("category-name-taken", "Another category has this name. Names are unique.");
            case "stock_location_technician" ->
                new Refusal.Conflict(
                        "technician-has-a-vehicle",
                        "This technician has a vehicle. Take that one away from them first.");
            case "stock_limit_once" ->
                new Refusal.Conflict("limit-exists", "There is a limit for this part at this place. Change that one.");
            case "delivery_note_once", "delivery_note_of_supplier_once" -> DeliveryNote.receivedBefore();
            case "container_number" ->
                new Refusal.Conflict("container-number-taken", "Another container has this number. Each has its own.");
            case "supplier_name" ->
                new Refusal.Conflict("supplier-name-taken", "Another supplier has this name. Names are unique.");
            case "supplier_part_once" ->
                new Refusal.Conflict(
                        "already-offered", "How this supplier sells this part is there. Change that instead.");
            case "supplier_part_preferred" ->
                new Refusal.Conflict(
                        "another-is-preferred",
                        "Another supplier is preferred for this part. Prefer that one no more.");
            case "supplier_invoice_number" ->
                new Refusal.Conflict(
                        "invoice-known", "An invoice of this number of this supplier is there. Reject that one first.");
            default -> Constraints.unexpected(name);
        };
    }
}
