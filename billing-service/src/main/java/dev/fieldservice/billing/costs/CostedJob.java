package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.billables.Machine;
import dev.fieldservice.billing.billables.TicketTold;
import dev.fieldservice.billing.billables.WorkDone;
import dev.fieldservice.contracts.CustomerRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A closed job, as far as costs and margins are grouped by it. */
@Entity
class CostedJob {

    @Id
    UUID orderId;

    String orderNumber;
    UUID ticketId;
    long ticketVersion;
    int closureNumber;
    UUID customerId;
    String customerName;

    /** Null if it was about no machine. */
    UUID assetId;

    String assetName;

    /** The day on which it was first closed: what was found of a month stays in it. */
    LocalDate closedOn;

    /** In which its costs are. */
    String currency;

    protected CostedJob() {}

    static CostedJob of(WorkDone done, String currency) {
        CostedJob job = new CostedJob();
        job.orderId = done.orderId();
        job.orderNumber = done.orderNumber();
        job.ticketId = done.ticketId();
        job.closedOn = done.closedOn();
        job.currency = currency;
        job.closed(done);
        return job;
    }

    /** False if this, or a newer closure, is known. */
    boolean closedAgain(WorkDone done) {
        boolean isNews = done.closureNumber() > closureNumber;
        if (isNews) {
            closed(done);
        }
        return isNews;
    }

    private void closed(WorkDone done) {
        closureNumber = done.closureNumber();
        isFor(done.ticketVersion(), done.customer());
        isAbout(done.machine());
    }

    /** What is older than what is known is ignored. */
    void follow(TicketTold ticket) {
        if (ticket.ticketVersion() > ticketVersion) {
            isFor(ticket.ticketVersion(), ticket.customer());
            Optional.ofNullable(ticket.asset()).ifPresent(this::isAbout);
        }
    }

    private void isFor(long version, CustomerRef customer) {
        ticketVersion = version;
        customerId = customer.id();
        customerName = customer.name();
    }

    private void isAbout(Machine machine) {
        assetId = machine == null ? null : machine.id();
        assetName = machine == null ? null : machine.name();
    }
}
