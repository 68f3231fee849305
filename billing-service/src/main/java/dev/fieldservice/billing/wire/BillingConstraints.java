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
            case "part_price_day",
                    "labour_rate_day",
                    "tax_rate_day",
                    "tax_rule_day",
                    "price_rule_day",
                    "part_cost_day",
                    "cost_rate_day",
                    "exchange_rate_day" ->
                new Refusal.Conflict(
                        "already-set-for-this-day",
                        "From this day on something else is in force already. Choose another day.");
            case "reminder_draft" ->
                new Refusal.Conflict("reminder-drafted", "A reminder to this customer was drafted just now. Read it.");
            case "payment_entry" ->
                new Refusal.Conflict(
                        "entry-recorded",
                        "An entry of this bank statement was recorded by somebody else just now. Send it again.");
            case "invoice_line_again" ->
                new Refusal.Conflict("nothing-credited", "What was credited is billed again already.");
            default -> Constraints.unexpected(name);
        };
    }
}
