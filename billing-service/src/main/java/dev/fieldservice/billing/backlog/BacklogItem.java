package dev.fieldservice.billing.backlog;

import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.returns.SentBack;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.aggregates.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something in billing that waits for somebody, as a view of the database shows it. */
@Entity
@Immutable
@Table(name = "billing_backlog")
public class BacklogItem implements Identified {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    BacklogKind kind;

    UUID orderId;
    String orderNumber;
    UUID ticketId;
    String customerName;
    Instant since;
    UUID ownerId;
    String ownerName;

    /** Null where nothing is priced yet; negative for a credit note. */
    BigDecimal amount;

    String currency;

    /** Null unless its job is with those who did it. */
    @JdbcTypeCode(SqlTypes.JSON)
    SentBack sentBack;

    protected BacklogItem() {}

    @Override
    public UUID id() {
        return id;
    }

    public BacklogKind kind() {
        return kind;
    }

    Optional<Owner> owner() {
        return Optional.ofNullable(ownerId).map(who -> new Owner(who, ownerName));
    }

    Optional<Money> sum() {
        return Optional.ofNullable(amount).map(gross -> new Money(gross, currency));
    }
}
