package dev.fieldservice.inventory.transfers;

import dev.fieldservice.inventory.transfers.TransferLifecycle.Command;
import dev.fieldservice.inventory.transfers.TransferLifecycle.State;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** Goods on their way from one place of ours to another, such as into a van. */
@Entity
public class StockTransfer extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    UUID fromLocationId;
    UUID toLocationId;
    String remark;

    /** The evening on which it was proposed; null if a person wanted it. */
    LocalDate proposedOn;

    /** Which of those of that evening; null if a person wanted it, and in those of before there were several. */
    Integer proposal;

    Instant createdAt;
    Instant changedAt;

    @Formula("(select l.name from stock_location l where l.id = from_location_id)")
    String fromName;

    @Formula("(select l.name from stock_location l where l.id = to_location_id)")
    String toName;

    @Transient
    List<TransferLine> lines = List.of();

    protected StockTransfer() {}

    static StockTransfer draft(UUID from, UUID to, String remark, LocalDate proposedOn, By by) {
        StockTransfer transfer = new StockTransfer();
        transfer.id = Ids.next();
        transfer.state = State.DRAFT;
        transfer.fromLocationId = from;
        transfer.toLocationId = to;
        transfer.remark = remark;
        transfer.proposedOn = proposedOn;
        transfer.createdAt = by.at();
        transfer.changedAt = by.at();
        transfer.note(proposedOn == null ? "DRAFTED" : "PROPOSED", by, by.at(), remark);
        return transfer;
    }

    /** Shown before it is read again. */
    void name(String from, String to) {
        fromName = from;
        toName = to;
    }

    /** @param why null where the command says it all */
    void moveTo(Command command, String why, By by) {
        state = move(TransferLifecycle.TABLE, state, command, by, by.at(), why);
        changedAt = by.at();
    }

    /** Its goods have left the shelf. */
    boolean isPicked() {
        return state == State.PICKED;
    }

    @Override
    public String kind() {
        return "stock-transfer";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
