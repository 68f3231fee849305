package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import java.util.List;

/** What a work order says no with. */
final class Refusals {

    private Refusals() {}

    static Refused notNow(String subject, String state, String command, List<String> allowed) {
        return new Refusal.IllegalTransition(subject, state, command, allowed).refused();
    }

    static Refused reviewerDidTheWork() {
        return new Refusal.Forbidden(
                        "reviewer-did-the-work", "Somebody else must review what you have had a part in yourself.")
                .refused();
    }

    static Refused followUpPending() {
        return new Refusal.RuleViolated(
                        "follow-up-pending",
                        "A follow-up visit was asked for. Wait for it, or close with waiveFollowUp.")
                .refused();
    }

    static Refused notOfTheCrew() {
        String detail = "Time can be recorded for technicians of this work order only.";
        return new Refusal.RuleViolated(
                        "unknown-reference",
                        detail,
                        List.of(new FieldError("/technicianId", "unknown-reference", detail)))
                .refused();
    }

    static Refused tooMany(int most) {
        return new Refusal.RuleViolated("too-many-entries", "A work order takes at most %d of these.".formatted(most))
                .refused();
    }
}
