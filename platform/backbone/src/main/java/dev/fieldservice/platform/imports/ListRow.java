package dev.fieldservice.platform.imports;

import dev.fieldservice.platform.aggregates.Identified;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of a list; {@link RowTable} writes it. */
@MappedSuperclass
public abstract class ListRow implements Identified {

    @Id
    protected UUID id;

    protected UUID importId;
    protected int line;

    @JdbcTypeCode(SqlTypes.JSON)
    protected Fields fields;

    @Enumerated(EnumType.STRING)
    protected RowOutcome outcome;

    protected String field;
    protected String code;
    protected String detail;

    /** By column, as they were sent. */
    public record Fields(Map<String, String> values) {}

    /** By column, as they were sent. */
    public Map<String, String> values() {
        return fields.values();
    }

    RowOutcome outcome() {
        return outcome;
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
