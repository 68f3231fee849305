package dev.fieldservice.probe.wire;

import dev.fieldservice.platform.commands.Constraints;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/** The refusals that violated database constraints become. */
@ApplicationScoped
public class ProbeConstraints implements Constraints {

    @Override
    public Refusal refusal(String name) {
        return name.equals("note_title")
                ? new Refusal.Conflict("title-taken", "Another note has this title.")
                : Constraints.unexpected(name);
    }
}
