package dev.fieldservice.ticket.contracts;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.contracts.ContractLifecycle.Command;
import dev.fieldservice.ticket.contracts.ContractLifecycle.State;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A service contract with a customer. A request is under it as it stands when the request is recorded: what is changed, ended or
 * cancelled afterwards is for later requests.
 */
@Entity
public class Contract extends Aggregate {

    String number;

    @Enumerated(EnumType.STRING)
    State state;

    UUID customerId;
    String name;
    String reference;

    @JdbcTypeCode(SqlTypes.JSON)
    Scope scope;

    LocalDate validFrom;

    /** Of the present term; the contract's first day before it was renewed. */
    LocalDate termFrom;

    /** Null for one without an end. */
    LocalDate validThrough;

    Integer renewMonths;
    Integer noticeDays;

    /** Null as long as nobody has given notice. */
    Instant noticeAt;

    @JdbcTypeCode(SqlTypes.JSON)
    TermsVersion.All versions;

    protected Contract() {}

    /** For which sites and machines it is; null for all. */
    record Scope(List<UUID> locationIds, List<UUID> assetIds) {

        boolean includes(UUID location, UUID asset) {
            return (locationIds == null || locationIds.contains(location))
                    && (assetIds == null || asset != null && assetIds.contains(asset));
        }

        /** One about machines goes before one about sites, and that before one about everything. */
        int precision() {
            return assetIds != null ? 2 : locationIds != null ? 1 : 0;
        }
    }

    static Contract draft(ContractDetails details, String number, By by) {
        Contract contract = new Contract();
        contract.id = Ids.next();
        contract.number = number;
        contract.state = State.DRAFT;
        contract.customerId = details.customerId();
        contract.set(details);
        contract.note("CONTRACT_DRAFTED", by, by.at(), number + ": " + details.name());
        return contract;
    }

    /** As long as it is a draft. */
    void correct(ContractDetails details, By by) {
        moveTo(Command.CORRECT, by, null);
        set(details);
    }

    private void set(ContractDetails details) {
        if (details.validThrough() != null && details.validThrough().isBefore(details.validFrom())) {
            throw Refusal.RuleViolated.at("/validThrough", "before-from", "It must not end before it begins.");
        }
        if (details.validThrough() == null && details.renewMonths() != null) {
            throw Refusal.RuleViolated.at("/renewMonths", "no-end", "What has no end is not renewed.");
        }
        details.terms().require("/terms");
        name = details.name();
        reference = details.reference();
        scope = new Scope(details.locationIds(), details.assetIds());
        validFrom = details.validFrom();
        termFrom = details.validFrom();
        validThrough = details.validThrough();
        renewMonths = details.renewMonths();
        noticeDays = details.noticeDays();
        versions = TermsVersion.All.first(details.validFrom(), details.terms());
    }

    /** @param today by the company's clock */
    void activate(LocalDate today, By by) {
        moveTo(Command.ACTIVATE, by, null);
        if (validThrough != null && validThrough.isBefore(today)) {
            throw new Refusal.RuleViolated("over-already", "Its last day is over. Correct it first.").refused();
        }
    }

    /** Refused with 422 for a day that is over: requests of that day are decided about. */
    void changeTerms(NewTerms next, LocalDate today, By by) {
        moveTo(Command.CHANGE_TERMS, by, next.reason());
        if (next.validFrom().isBefore(today)) {
            throw Refusal.RuleViolated.at("/validFrom", "past", "Terms change from today on, or later.");
        }
        if (next.validFrom().isBefore(versions.newest().from())) {
            throw Refusal.RuleViolated.at(
                    "/validFrom",
                    "before-newest",
                    "Newer terms hold from " + versions.newest().from() + " on.");
        }
        next.terms().require("/terms");
        versions = versions.with(next.validFrom(), next.terms(), next.reason());
    }

    /** It is not renewed. Refused with 409 where it is too late for that, or was done. */
    void giveNotice(String reason, LocalDate today, By by) {
        moveTo(Command.GIVE_NOTICE, by, reason);
        if (validThrough == null || renewMonths == null) {
            throw new Refusal.Conflict("not-renewed", "It is not renewed by itself. Cancel it to end it.").refused();
        }
        if (noticeAt != null) {
            throw new Refusal.Conflict("notice-given", "Notice was given already.").refused();
        }
        if (noticeDays != null && today.plusDays(noticeDays).isAfter(validThrough)) {
            throw new Refusal.Conflict(
                            "notice-too-late", "Notice was due by %s.".formatted(validThrough.minusDays(noticeDays)))
                    .refused();
        }
        noticeAt = by.at();
    }

    /** Renews or ends it if its last day is over; terms of its own day count, however late this is done. */
    void turn(LocalDate today, By by) {
        while (state == State.ACTIVE && validThrough != null && validThrough.isBefore(today)) {
            if (!isRenewed()) {
                moveTo(Command.END, by, validThrough.toString());
            } else {
                termFrom = validThrough.plusDays(1);
                validThrough = termFrom.plusMonths(renewMonths).minusDays(1);
                moveTo(Command.RENEW, by, termFrom + " to " + validThrough);
            }
        }
    }

    void cancel(String reason, By by) {
        moveTo(Command.CANCEL, by, reason);
    }

    public boolean belongsTo(UUID customer) {
        return customerId.equals(customer);
    }

    /** Whether a request of that day is under it. */
    public boolean covers(LocalDate day, UUID location, UUID asset) {
        return state == State.ACTIVE
                && !day.isBefore(validFrom)
                && (validThrough == null || isRenewed() || !day.isAfter(validThrough))
                && scope.includes(location, asset)
                && versions.on(day).isPresent();
    }

    /** Whether it goes on after its last day, even if nobody came to say so yet. */
    private boolean isRenewed() {
        return renewMonths != null && noticeAt == null;
    }

    /** The first day of the term that a day lies in. */
    LocalDate termOn(LocalDate day) {
        LocalDate from = termFrom;
        LocalDate through = validThrough;
        while (through != null && isRenewed() && through.isBefore(day)) {
            from = through.plusDays(1);
            through = from.plusMonths(renewMonths).minusDays(1);
        }
        return from;
    }

    private void moveTo(Command command, By by, String reason) {
        state = move(ContractLifecycle.TABLE, state, command, by, by.at(), reason);
    }

    /** What a person may do now, as it stands in the URL. */
    List<String> allowedCommands() {
        return ContractLifecycle.words(state);
    }

    @Override
    protected List<String> offered(List<String> words) {
        return words.stream().filter(ContractLifecycle::isInUrls).toList();
    }

    @Override
    public String kind() {
        return "contract";
    }

    /** By which its history is asked for. */
    @Override
    public UUID correlationId() {
        return id;
    }
}
