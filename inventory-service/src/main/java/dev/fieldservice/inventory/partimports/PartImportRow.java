package dev.fieldservice.inventory.partimports;

import dev.fieldservice.platform.imports.ListRow;
import dev.fieldservice.platform.imports.RowOutcome;
import jakarta.persistence.Entity;
import java.util.UUID;

/** A row of a list of parts. */
@Entity
public class PartImportRow extends ListRow {

    String number;
    UUID partId;

    protected PartImportRow() {}

    /** @param part null for one that would be made */
    void became(RowOutcome what, UUID part) {
        outcome = what;
        partId = part;
    }

    PartImportRowView view() {
        return new PartImportRowView(id, line, number, outcome, partId, field, code, detail);
    }
}
