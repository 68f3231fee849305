package dev.fieldservice.inventory.returns;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.returns.SupplierReturnLifecycle.Command;
import dev.fieldservice.inventory.returns.SupplierReturnLifecycle.State;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** What goes back to a supplier: drafted, sent, and credited. */
@Entity
public class SupplierReturn extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    String number;
    UUID supplierId;

    /** As the supplier was called when it was made. */
    String supplierName;

    String currency;
    String note;
    Instant draftedAt;
    Instant sentAt;
    String sentBy;

    /** The supplier's own number of what credits it; null as long as nothing does. */
    String creditNote;

    /** The credit note among our suppliers' invoices; null where a person said that it is credited. */
    UUID creditedBy;

    String endedBecause;

    @Formula("(select paper.sha256 is not null from supplier_return_paper paper where paper.id = id)")
    Boolean printed;

    @OneToMany(mappedBy = "supplierReturn", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    List<SupplierReturnLine> lines = new ArrayList<>();

    protected SupplierReturn() {}

    static SupplierReturn draft(String number, Supplier supplier, String note, List<ReturnedGoods> goods, By by) {
        SupplierReturn made = new SupplierReturn();
        made.id = Ids.next();
        made.state = State.DRAFT;
        made.number = number;
        made.supplierId = supplier.id();
        made.supplierName = supplier.name();
        made.currency = supplier.currency();
        made.note = note;
        made.draftedAt = by.at();
        goods.forEach(each -> made.lines.add(new SupplierReturnLine(made, made.lines.size() + 1, each)));
        made.note("SUPPLIER_RETURN_DRAFTED", by, by.at(), number + ", " + made.supplierName);
        return made;
    }

    void send(By by) {
        state = move(SupplierReturnLifecycle.TABLE, state, Command.SEND, by, by.at(), null);
        sentAt = by.at();
        sentBy = by.caller().name();
    }

    void credit(String with, By by) {
        state = move(SupplierReturnLifecycle.TABLE, state, Command.CREDIT, by, by.at(), with);
        creditNote = with;
    }

    /** Refused with 409 unless it has left and was not called off. */
    public void requireSent() {
        if (state != State.SENT && state != State.CREDITED) {
            throw new Refusal.Conflict("not-sent", number + " has not been sent, or was called off.").refused();
        }
    }

    /** A credit note came for it. @param number the supplier's own of it */
    public void credited(UUID note, String number, By by) {
        if (state == State.SENT) {
            credit(number, by);
            creditedBy = note;
        }
    }

    /** The credit note is not one after all; what a person said stands. */
    public void notCredited(UUID note, String with, By by) {
        if (state == State.CREDITED && note.equals(creditedBy)) {
            creditedBy = null;
            state = move(SupplierReturnLifecycle.TABLE, state, Command.TAKE_BACK_CREDIT, by, by.at(), with);
            creditNote = null;
        }
    }

    /** Says whether its goods had left. */
    boolean cancel(String reason, By by) {
        boolean hadLeft = state == State.SENT;
        state = move(SupplierReturnLifecycle.TABLE, state, Command.CANCEL, by, by.at(), reason);
        endedBecause = reason;
        return hadLeft;
    }

    public Money total() {
        return lines.stream().map(line -> line.net(currency)).reduce(Money.zero(currency), Money::plus);
    }

    public UUID supplierId() {
        return supplierId;
    }

    public String number() {
        return number;
    }

    @Override
    public String kind() {
        return "supplier-return";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
