package dev.fieldservice.billing.accounting;

import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An amount on one side of one account. */
@Entity
@Immutable
public class JournalPosting {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "entry_id")
    JournalEntry entry;

    int position;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    String account;
    BigDecimal debit;
    BigDecimal credit;

    /** Null for what is not sold. */
    @Enumerated(EnumType.STRING)
    TaxCategory taxCategory;

    BigDecimal taxPercent;

    protected JournalPosting() {}

    JournalPosting(JournalEntry entry, int position, Booking.Amount amount, Accounts accounts) {
        this.id = Ids.next();
        this.entry = entry;
        this.position = position;
        this.purpose = amount.purpose();
        this.account = accounts.of(amount.purpose(), amount.tax());
        this.debit = amount.money().amount().max(BigDecimal.ZERO);
        this.credit = amount.money().amount().negate().max(BigDecimal.ZERO);
        if (amount.tax() != null) {
            this.taxCategory = amount.tax().category();
            this.taxPercent = amount.tax().percent();
        }
    }
}
