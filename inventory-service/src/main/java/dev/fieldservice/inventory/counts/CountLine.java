package dev.fieldservice.inventory.counts;

import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

    @Transient
    private boolean isLeftToALaterCount;

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

    /** Beside what was entered before. */
    void enterMore(BigDecimal amount, List<String> pieces, Instant at) {
        enter(counted.add(amount), with(pieces), at);
    }

    /** Those that were entered, and these. */
    List<String> with(List<String> pieces) {
        return Stream.concat(Arrays.stream(serials), pieces.stream()).toList();
    }

    boolean isEntered() {
        return counted != null;
    }

    void enter(BigDecimal amount, List<String> pieces, Instant at) {
        counted = amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
        countedAt = at;
        serials = pieces.toArray(String[]::new);
    }

    void expect(BigDecimal amount) {
        expected = amount;
        isLeftToALaterCount = false;
    }

    /** What was counted later, and is approved, stands: this one adjusts nothing. */
    void leaveToALaterCount() {
        expected = counted;
        isLeftToALaterCount = true;
    }

    boolean isLeftToALaterCount() {
        return isLeftToALaterCount;
    }

    /** Positive where there is more than the ledger had. */
    BigDecimal difference() {
        return counted.subtract(expected);
    }
}
