package dev.fieldservice.workorder.wire;

import dev.fieldservice.platform.commands.Constraints;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.labour.TimeEntries;
import dev.fieldservice.workorder.parts.SerialNumbers;
import dev.fieldservice.workorder.photos.Photo;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The refusals that violated database constraints become. Most races of this service are decided by locks before it comes to
 * that.
 */
@ApplicationScoped
public class WorkOrderConstraints implements Constraints {

    @Override
    public Refusal refusal(String name) {
        return switch (name) {
            case "time_entry_no_overlap" -> TimeEntries.overlap();
            case "part_usage_installed" -> SerialNumbers.installed();
            case "part_usage_removed" -> SerialNumbers.removed();
            case "photo_pkey" -> Photo.taken();
            default -> Constraints.unexpected(name);
        };
    }
}
