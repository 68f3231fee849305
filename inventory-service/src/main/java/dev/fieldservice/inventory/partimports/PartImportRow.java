package dev.fieldservice.inventory.partimports;

import dev.fieldservice.platform.aggregates.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of a list of parts. */
@Entity
public class PartImportRow implements Identified {

    @Id
    UUID id;

    UUID importId;
    int line;
    String number;

    @JdbcTypeCode(SqlTypes.JSON)
    Fields fields;

    @Enumerated(EnumType.STRING)
    RowOutcome outcome;

    UUID partId;
    String field;
    String code;
    String detail;

    /** By column, as they were sent. */
    record Fields(Map<String, String> values) {}

    protected PartImportRow() {}

    /** @param part null for one that would be made */
    void became(RowOutcome what, UUID part) {
        outcome = what;
        partId = part;
    }

    void reject(Objection objection) {
        outcome = RowOutcome.REJECTED;
        field = objection.field();
        code = objection.code();
        detail = objection.detail();
    }

    @Override
    public UUID id() {
        return id;
    }
}
