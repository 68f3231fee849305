package dev.fieldservice.ticket.customerimports;

import dev.fieldservice.platform.imports.ListRow;
import dev.fieldservice.platform.imports.RowOutcome;
import jakarta.persistence.Entity;
import java.util.UUID;

/** A row of a list of customers. */
@Entity
public class CustomerImportRow extends ListRow {

    String externalId;
    UUID customerId;

    protected CustomerImportRow() {}

    /** @param customer null for one that would be made */
    void became(RowOutcome what, UUID customer) {
        outcome = what;
        customerId = customer;
    }

    CustomerImportRowView view() {
        return new CustomerImportRowView(id, line, externalId, outcome, customerId, field, code, detail);
    }
}
