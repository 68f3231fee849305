package dev.fieldservice.billing.wire;

import dev.fieldservice.platform.commands.Constraints;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/** The refusals that violated database constraints become. */
@ApplicationScoped
public class BillingConstraints implements Constraints {

    @Override
    public Refusal refusal(String name) {
        return switch (name) {
            case "part_price_day", "labour_rate_day", "tax_rate_day", "tax_rule_day" ->
                new Refusal.Conflict(
                        "already-set-for-this-day",
                        "From this day on something else is in force already. Choose another day.");
            case "invoice_line_again" ->
                new Refusal.Conflict("nothing-credited", "What was credited is billed again already.");
            default -> Constraints.unexpected(name);
        };
    }
}
