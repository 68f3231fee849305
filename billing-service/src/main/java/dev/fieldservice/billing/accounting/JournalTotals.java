package dev.fieldservice.billing.accounting;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was booked in some days, by account: a trial balance of what this service books. */
@Schema(name = "JournalTotals")
public record JournalTotals(
        @Schema(description = "By account, tax and currency; all debits come to all credits")
        List<AccountTotal> accounts) {}
