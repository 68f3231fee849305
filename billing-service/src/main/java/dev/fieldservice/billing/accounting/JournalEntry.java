package dev.fieldservice.billing.accounting;

import dev.fieldservice.platform.aggregates.Identified;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A document in the books: postings that come to zero. It is never changed, only exported. */
@Entity
@Immutable
public class JournalEntry implements Identified {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    UUID documentId;
    String documentNumber;
    LocalDate bookedOn;

    /** Null for a payment of which nobody knows whose it is. */
    UUID customerId;

    String customerName;

    /** Null if it is about no job. */
    UUID orderId;

    String currency;
    BigDecimal revenue;

    /** Null as long as it is not exported. */
    UUID exportId;

    @OneToMany(mappedBy = "entry", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    List<JournalPosting> postings = new ArrayList<>();

    protected JournalEntry() {}

    static JournalEntry of(Booking booking, Accounts accounts) {
        JournalEntry entry = new JournalEntry();
        entry.id = Ids.next();
        entry.kind = booking.kind();
        entry.documentId = booking.documentId();
        entry.documentNumber = booking.number();
        entry.bookedOn = booking.date();
        entry.customerId = booking.customerId();
        entry.customerName = booking.customerName();
        entry.orderId = booking.orderId();
        entry.currency = booking.currency();
        entry.revenue = booking.revenue();
        for (Booking.Amount amount : booking.amounts()) {
            entry.postings.add(new JournalPosting(entry, entry.postings.size() + 1, amount, accounts));
        }
        return entry;
    }

    @Override
    public UUID id() {
        return id;
    }
}
