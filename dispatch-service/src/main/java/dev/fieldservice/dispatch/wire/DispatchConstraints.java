package dev.fieldservice.dispatch.wire;

import dev.fieldservice.dispatch.orders.Bookings;
import dev.fieldservice.platform.commands.Constraints;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/** The refusals that violated database constraints become. */
@ApplicationScoped
public class DispatchConstraints implements Constraints {

    @Override
    public Refusal refusal(String name) {
        return switch (name) {
            case "appointment_technician_no_overlap" -> Bookings.busy();
            case "technician_pkey" ->
                new Refusal.Conflict("technician-exists", "This user is registered as a technician.");
            case "crew_name" -> new Refusal.Conflict("name-taken", "There is a crew with this name.");
            case "service_territory_name" -> new Refusal.Conflict("name-taken", "There is a territory with this name.");
            case "work_type_code" -> new Refusal.Conflict("code-taken", "There is a work type with this code.");
            case "work_type_name" -> new Refusal.Conflict("name-taken", "There is a work type with this name.");
            case "work_type_default_repair",
                    "work_type_default_maintenance",
                    "work_type_default_installation",
                    "work_type_default_inspection" ->
                new Refusal.Conflict(
                        "default-taken",
                        "Another work type is the default of such tickets. Change or retire that one first.");
            default -> Constraints.unexpected(name);
        };
    }
}
