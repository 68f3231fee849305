package dev.fieldservice.inventory.counts;

import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** One part of a count. */
@Entity
@Table(name = "stock_count_line")
public class CountLine {

    private static final int DECIMALS = 3;

    @Id
    UUID id;

    UUID countId;
    UUID partId;
    String unit;

    /** Null until somebody has counted; and so is the moment. */
    BigDecimal counted;

    Instant countedAt;

    /** What the ledger had at that moment, by what is known now, or was when it was approved. Null until all is counted. */
    BigDecimal expected;

    String[] serials = new String[0];

    @Formula("(select p.number from part p where p.id = part_id)")
    String partNumber;

    @Formula("(select p.name from part p where p.id = part_id)")
    String partName;

    @Formula("coalesce((select p.serialised from part p where p.id = part_id), false)")
    boolean serialised;

    protected CountLine() {}

    static CountLine of(UUID count, Part part) {
        CountLine line = new CountLine();
        line.id = Ids.next();
        line.countId = count;
        line.partId = part.id();
        line.unit = part.unit();
        line.partNumber = part.number();
        line.partName = part.name();
        line.serialised = part.isSerialised();
        return line;
    }

    void enter(BigDecimal amount, List<String> pieces, Instant at) {
        counted = amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
        countedAt = at;
        serials = pieces.toArray(String[]::new);
    }

    /** Positive where there is more than the ledger had. */
    BigDecimal difference() {
        return counted.subtract(expected);
    }
}
