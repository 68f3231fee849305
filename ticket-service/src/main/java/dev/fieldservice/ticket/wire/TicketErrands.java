package dev.fieldservice.ticket.wire;

import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.ticket.company.Telling;
import dev.fieldservice.ticket.contracts.TurnContract;
import dev.fieldservice.ticket.customerimports.ImportCustomers;
import dev.fieldservice.ticket.errands.TicketErrand;
import dev.fieldservice.ticket.incoming.Acknowledgement;
import dev.fieldservice.ticket.incoming.MailboxErrand;
import dev.fieldservice.ticket.plans.CarryOutPlan;
import dev.fieldservice.ticket.plans.CountPlannedWork;
import dev.fieldservice.ticket.plans.HearMeter;
import dev.fieldservice.ticket.tickets.ComeDue;
import dev.fieldservice.ticket.tickets.EscalationMail;
import dev.fieldservice.ticket.tickets.FollowCalendar;
import dev.fieldservice.ticket.tickets.Following;
import dev.fieldservice.ticket.tickets.RequestTakenMail;
import dev.fieldservice.ticket.tickets.WatchPromise;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class TicketErrands implements ErrandTable<TicketErrand> {

    private final Telling telling;
    private final Following following;
    private final FollowCalendar followCalendar;
    private final ComeDue comeDue;
    private final TurnContract turnContract;
    private final WatchPromise watchPromise;
    private final Handling<?> escalation;
    private final CarryOutPlan carryOutPlan;
    private final CountPlannedWork countPlannedWork;
    private final HearMeter hearMeter;
    private final ImportCustomers importCustomers;
    private final MailboxErrand mailbox;
    private final Handling<?> acknowledgement;
    private final Handling<?> requestTaken;

    public TicketErrands(
            Telling telling,
            Following following,
            FollowCalendar followCalendar,
            ComeDue comeDue,
            TurnContract turnContract,
            WatchPromise watchPromise,
            CarryOutPlan carryOutPlan,
            CountPlannedWork countPlannedWork,
            HearMeter hearMeter,
            ImportCustomers importCustomers,
            MailboxErrand mailbox,
            Mails mails,
            EscalationMail escalation,
            Acknowledgement acknowledgement,
            RequestTakenMail requestTaken) {
        this.telling = telling;
        this.following = following;
        this.followCalendar = followCalendar;
        this.comeDue = comeDue;
        this.turnContract = turnContract;
        this.watchPromise = watchPromise;
        this.escalation = mails.handling(escalation);
        this.carryOutPlan = carryOutPlan;
        this.countPlannedWork = countPlannedWork;
        this.hearMeter = hearMeter;
        this.importCustomers = importCustomers;
        this.mailbox = mailbox;
        this.acknowledgement = mails.handling(acknowledgement);
        this.requestTaken = mails.handling(requestTaken);
    }

    @Override
    public Class<TicketErrand> kinds() {
        return TicketErrand.class;
    }

    @Override
    public Handling<?> handling(TicketErrand kind) {
        return switch (kind) {
            case TELL_COMPANY -> telling;
            case CORRECTION, MERGER -> following;
            case CALENDAR_CHANGED -> followCalendar;
            case DUE_BY_CALENDAR -> comeDue;
            case CONTRACT_TERM -> turnContract;
            case PROMISED_TIME -> watchPromise;
            case ESCALATION -> escalation;
            case MAINTENANCE_PLAN -> carryOutPlan;
            case PLANNED_WORK -> countPlannedWork;
            case METER_READ -> hearMeter;
            case IMPORT_CUSTOMERS -> importCustomers;
            case READ_MAILBOX -> mailbox;
            case ACKNOWLEDGEMENT -> acknowledgement;
            case REQUEST_TAKEN -> requestTaken;
        };
    }
}
