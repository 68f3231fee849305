package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.corrections.Correction;
import dev.fieldservice.ticket.promises.Clocks;
import dev.fieldservice.ticket.tickets.TicketLifecycle.Command;
import dev.fieldservice.ticket.tickets.TicketLifecycle.State;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A customer's request, from the call until it is billed. */
@Entity
public class Ticket extends Aggregate {

    String number;

    /** A mail server has a clock of its own, and counts in seconds. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Enumerated(EnumType.STRING)
    ServiceType serviceType;

    @Enumerated(EnumType.STRING)
    Priority priority;

    String summary;
    String instructions;
    UUID customerId;
    UUID contactId;
    UUID locationId;
    UUID assetId;
    String[] requiredSkills;
    UUID followUpOf;

    @Embedded
    TicketPromise promise;

    Instant createdAt;
    UUID createdBy;

    /**
     * When the customer first asked for what was called off by mistake and is opened anew by this; of planned work the day on which it
     * is to be done; null for all others.
     */
    Instant firstAskedAt;

    /** Decided when it was opened: it has no service order before a person has qualified it. */
    boolean needsQualification;

    /** Why the customer is waited for, why it was called off or why it was opened again; null otherwise. */
    String reason;

    /** What it was before the customer was waited for; null in other states. */
    @Enumerated(EnumType.STRING)
    State waitsFrom;

    /** When somebody first set out for it; null before. */
    Instant workBegunAt;

    /** The service order that its last reopening asked for; null if it was never opened again. */
    UUID furtherOrderId;

    /** Null unless a plan has made it. */
    @Embedded
    PlannedWork planned;

    /** How often the others were told of a change: each telling gives the ticket a version of its own. */
    int tellings;

    @JdbcTypeCode(SqlTypes.JSON)
    Attached attached = Attached.NOTHING;

    @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
    List<TicketOrder> orders = new ArrayList<>();

    /** Whom it is about, read for what the others are told. */
    @Transient
    Parties parties;

    /** Whom it will be about when it is corrected, and on which terms. */
    @Transient
    Parties corrected;

    @Transient
    TicketTerms correctedTerms;

    /** When it last began to wait for the customer; null if it never did, or before that was kept. */
    Instant waitingSince;

    /** Since when something that the customer has written waits to be read; null if nothing does. */
    Instant unreadSince;

    /** It is too late to open it again. */
    @Transient
    boolean staysResolved;

    protected Ticket() {}

    /** @param firstAskedAt null unless it opens anew what was called off by mistake */
    static Ticket open(
            UUID id,
            NewTicket request,
            Parties parties,
            String number,
            TicketTerms terms,
            Instant firstAskedAt,
            By by) {
        Ticket ticket = new Ticket();
        ticket.id = id;
        ticket.number = number;
        ticket.state = State.NEW;
        ticket.channel = request.channel();
        ticket.customerId = request.customerId();
        ticket.set(request.details());
        ticket.followUpOf = request.followUpOf();
        ticket.createdAt = by.at();
        ticket.createdBy = by.id();
        ticket.firstAskedAt = firstAskedAt;
        ticket.promise = TicketPromise.of(terms, ticket.askedAt());
        ticket.note("CREATE", by, by.at(), number + ": " + request.summary());
        ticket.raise(new TicketEvent.Created(ticket, parties));
        return ticket;
    }

    /** It gets its service order when a person has qualified it, and not before. */
    Ticket toBeQualified() {
        needsQualification = true;
        return this;
    }

    /** It was agreed long before: nobody has to qualify it. */
    Ticket planned(PlannedWork work) {
        planned = work;
        return this;
    }

    /** Another day for what a plan has made and nobody has begun; both clocks run from that day. */
    void planFor(PlannedWork work, Instant begins, TicketTerms terms, By by) {
        String words = "%s → %s".formatted(planned.plannedFor(), work.plannedFor());
        stay(Command.CORRECT, words, by);
        planned = work;
        firstAskedAt = begins;
        promise.startAnew(terms, begins);
        if (waits()) {
            promise.change(clocks -> clocks.paused(by.at()));
        }
        tell(by);
    }

    /** What was promised runs from then, but never from before it was asked for: planned work is asked for on its day. */
    void runOn(Instant at) {
        promise.change(clocks -> clocks.resumed(at.isBefore(askedAt()) ? askedAt() : at));
    }

    /** Whether the customer is waited for, so that what was promised to them does not run. */
    boolean waits() {
        return state == State.WAITING_CUSTOMER || orders.stream().anyMatch(TicketOrder::waits);
    }

    /** Whether nobody has set out for it, and it is still wanted. */
    boolean isUnbegun() {
        return !hasBegun()
                && switch (state) {
                    case NEW, QUALIFIED, WAITING_CUSTOMER -> true;
                    case IN_PROGRESS, RESOLVED, CLOSED, CANCELLED, REJECTED -> false;
                };
    }

    /**
     * What was called off by mistake is the same request still, and was due as it was; trouble that has come back is a new one, also
     * where it was called off since.
     */
    Optional<Instant> askedAtFirst() {
        return switch (state) {
            case CANCELLED, REJECTED -> furtherOrderId == null ? Optional.of(askedAt()) : Optional.empty();
            case NEW, QUALIFIED, IN_PROGRESS, WAITING_CUSTOMER, RESOLVED, CLOSED -> Optional.empty();
        };
    }

    void qualify(By by) {
        moveTo(Command.QUALIFY, by, null);
        if (needsQualification) {
            tell(by);
        }
    }

    void waitForCustomer(By by, String why) {
        State before = state;
        moveTo(Command.WAIT_FOR_CUSTOMER, by, why);
        waitsFrom = before;
        waitingSince = by.at();
        promise.change(clocks -> clocks.paused(by.at()));
        tell(by);
    }

    /** It is again what it was before. */
    void resume(By by) {
        moveTo(
                state == State.WAITING_CUSTOMER && waitsFrom == State.NEW ? Command.RESUME_UNQUALIFIED : Command.RESUME,
                by,
                null);
        if (!waits()) {
            runOn(by.at());
        }
        if (hasBegun()) {
            moveTo(Command.START_WORK, by, null);
        }
        tell(by);
    }

    void cancel(By by, String why) {
        moveTo(Command.CANCEL, by, why);
        promise.change(clocks -> clocks.stopped(by.at()));
        tell(by);
    }

    /** Refused with 409 once somebody has set out: what costs money is cancelled, and the customer asked. */
    void reject(By by, String why) {
        if (!allowedCommands().contains("reject")) {
            throw new Refusal.IllegalTransition("ticket", state.name(), "reject", allowedCommands()).refused();
        }
        moveTo(Command.REJECT, by, why);
        promise.change(clocks -> clocks.stopped(by.at()));
        tell(by);
    }

    /**
     * The same request anew, of one whose work is over: its order never comes back to life. Refused with 409 before.
     *
     * @param ofCustomer its own, or who they are by now
     */
    NewTicket again(UUID ofCustomer) {
        if (!allowedCommands().contains("follow-up")) {
            throw new Refusal.IllegalTransition("ticket", state.name(), "follow-up", allowedCommands()).refused();
        }
        return new NewTicket(
                channel,
                ofCustomer,
                contactId,
                locationId,
                assetId,
                serviceType,
                priority,
                summary,
                instructions,
                List.of(requiredSkills),
                id,
                false);
    }

    void followedUpBy(Ticket next, String why, By by) {
        stay(Command.FOLLOW_UP, next.number + ": " + why, by);
    }

    /** Refused with 422 where somebody has set out for the site that is named before, or another machine is named that is retired, or stands elsewhere. */
    void correct(TicketDetails details, By by) {
        TicketDetails before = TicketDetails.of(this);
        if (details.equals(before)) {
            return;
        }
        if (hasBegun() && !details.locationId().equals(locationId)) {
            throw Refusal.RuleViolated.at(
                    "/locationId",
                    "site-is-fixed",
                    "Somebody has set out for the site. Work elsewhere is another request.");
        }
        if (!Objects.equals(details.assetId(), assetId)) {
            corrected.requireMachine();
        } else if (!details.locationId().equals(locationId)) {
            corrected.requireMachineAtSite();
        }
        String words = new Corrected(before, parties, details, corrected).words();
        stay(Command.CORRECT, words, by);
        set(details);
        boolean isByOtherCalendar =
                promise.needsCalendar() && !details.locationId().equals(before.locationId());
        if (before.priority() != priority || isByOtherCalendar || !promise.isUnder(correctedTerms.agreement())) {
            promise.become(correctedTerms, askedAt(), by.at());
        }
        parties = corrected;
        tell(by);
    }

    private void set(TicketDetails details) {
        contactId = details.contactId();
        locationId = details.locationId();
        assetId = details.assetId();
        serviceType = details.serviceType();
        priority = details.priority();
        summary = details.summary();
        instructions = details.instructions();
        requiredSkills = details.requiredSkills().toArray(String[]::new);
    }

    Instant askedAt() {
        return Optional.ofNullable(firstAskedAt).orElse(createdAt);
    }

    /** @param contractId null for whichever fits */
    boolean isUnder(UUID contractId) {
        return contractId == null
                || promise.agreement != null
                        && contractId.equals(promise.agreement.ref().contractId());
    }

    /** Whether what is said about it now is a matter of a new ticket: its work is over. */
    public boolean isOver() {
        return switch (state) {
            case CLOSED, CANCELLED, REJECTED -> true;
            case NEW, QUALIFIED, IN_PROGRESS, WAITING_CUSTOMER, RESOLVED -> false;
        };
    }

    /**
     * The customer has written about it; if it waited for them, it goes on.
     *
     * @param words for people who read the history
     * @param isRead whether a person has seen it
     * @param answeredAt when they wrote it; null if no person did
     */
    void hear(String words, boolean isRead, Instant answeredAt, By by) {
        note("CUSTOMER_WROTE", by, by.at(), words);
        if (!isRead && unreadSince == null) {
            unreadSince = by.at();
        }
        boolean isAnswer = answeredAt != null
                && (waitingSince == null || answeredAt.plus(CLOCKS_DIFFER).isAfter(waitingSince));
        if (state == State.WAITING_CUSTOMER && isAnswer) {
            resume(by);
        }
    }

    /** What the customer has written is known to a person. */
    void markRead(By by) {
        if (unreadSince != null) {
            unreadSince = null;
            note("MESSAGES_READ", by, by.at(), null);
        }
    }

    public String number() {
        return number;
    }

    public UUID contactId() {
        return contactId;
    }

    public UUID customerId() {
        return customerId;
    }

    /** Its customer was merged into this one, or is this one still. */
    void goOverTo(UUID customer) {
        customerId = customer;
    }

    /** Somebody or something that it is about was corrected. */
    void follow(Correction.About what, By by) {
        note("CORRECTED", by, by.at(), what.name().toLowerCase(Locale.ROOT));
        tell(by);
    }

    /** Raises the event that carries its state as it is. */
    public void tellAgain(By by) {
        raise(new TicketEvent.Changed(this, parties, by.at()));
    }

    void tell(By by) {
        tellings++;
        tellAgain(by);
    }

    boolean hasBegun() {
        return workBegunAt != null;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    boolean isResolved() {
        return state == State.RESOLVED || state == State.CLOSED;
    }

    /** When the last of its work was closed. @param now for one without any */
    Instant lastClosedAt(Instant now) {
        return orders.stream()
                .filter(TicketOrder::isClosed)
                .map(order -> order.closedAt)
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** What a person may do now, as it stands in the URL. */
    List<String> allowedCommands() {
        return offered(TicketLifecycle.words(state));
    }

    @Override
    protected List<String> offered(List<String> words) {
        return words.stream()
                .filter(word -> !(hasBegun() && word.equals("reject")))
                .filter(word -> !(staysResolved && word.equals("reopen")))
                .toList();
    }

    /** Whether the others are to work on it. */
    Work work() {
        return switch (state) {
            case NEW -> needsQualification ? Work.NOT_YET : Work.WANTED;
            case QUALIFIED, IN_PROGRESS, RESOLVED, CLOSED -> Work.WANTED;
            case WAITING_CUSTOMER -> Work.ON_HOLD;
            case CANCELLED, REJECTED -> Work.CALLED_OFF;
        };
    }

    void moveTo(Command command, By by, String why) {
        moveTo(command, by, by.at(), why);
    }

    /** What leaves it in its state, and what is said of that. */
    void stay(Command command, String words, By by) {
        state = move(TicketLifecycle.TABLE, state, command, by, by.at(), words);
    }

    void moveTo(Command command, By by, Instant at, String why) {
        state = move(TicketLifecycle.TABLE, state, command, by, at, why);
        reason = why;
        waitsFrom = null;
    }

    void note(String action, Instant occurredAt, String detail, By by) {
        note(action, by, occurredAt, detail);
    }

    void warn(Clocks.Mark mark, By by) {
        raise(new TicketEvent.Warned(this, mark, by.at()));
    }

    @Override
    public String kind() {
        return "ticket";
    }

    @Override
    public UUID correlationId() {
        return id;
    }
}
