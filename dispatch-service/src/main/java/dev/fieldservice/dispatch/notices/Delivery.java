package dev.fieldservice.dispatch.notices;

import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.platform.mail.MailAddress;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The delivery of one message: where it goes, and what became of it. */
@Embeddable
public class Delivery {

    private static final String KNOWN =
            "The customer was told this time, or one that differs by less than five minutes.";

    private static final String NO_ADDRESS =
            "Neither the contact nor the customer has an e-mail address that can be used.";

    private static final String UNWANTED = "The contact wants no mail about visits.";

    private static final String TO_BE_CALLED = "The contact prefers the telephone and is to be called.";

    @Schema(name = "DelayNoticeState")
    public enum State {
        PENDING,
        SENT,
        FAILED,
        NOT_POSSIBLE,
        NOT_NEEDED,
        OUTDATED
    }

    @Enumerated(EnumType.STRING)
    State state;

    String recipient;
    String failure;
    Instant sentAt;

    protected Delivery() {}

    private Delivery(State state, String recipient, String failure) {
        this.state = state;
        this.recipient = recipient;
        this.failure = failure;
    }

    /** None is needed. */
    static Delivery needless() {
        return new Delivery(State.NOT_NEEDED, null, KNOWN);
    }

    /** To whoever is to be told, where there is an address. */
    static Delivery about(JobCard card) {
        return address(card)
                .map(to -> new Delivery(State.PENDING, to, null))
                .orElseGet(() -> new Delivery(State.NOT_POSSIBLE, null, isWanted(card) ? NO_ADDRESS : unwanted(card)));
    }

    /** Where a message goes: to the contact, or to the customer. */
    static Optional<String> address(JobCard card) {
        return isWanted(card)
                ? MailAddress.firstUsable(
                        card.contact().email(), card.customer().email())
                : Optional.empty();
    }

    static boolean isWanted(JobCard card) {
        return card.contact().takesMail();
    }

    /** Why somebody is not written to. */
    static String unwanted(JobCard card) {
        return Boolean.FALSE.equals(card.contact().visitMail()) ? UNWANTED : TO_BE_CALLED;
    }

    /** False if there is no other address than the one that it goes to. */
    boolean readdress(JobCard card) {
        Optional<String> address = address(card);
        if (address.isEmpty() || address.get().equals(recipient)) {
            return false;
        }
        recipient = address.get();
        state = State.PENDING;
        failure = null;
        return true;
    }

    void sent(Instant at) {
        state = State.SENT;
        sentAt = at;
        failure = null;
    }

    void failed(String why) {
        state = State.FAILED;
        failure = why;
    }

    void outdated(String why) {
        state = State.OUTDATED;
        failure = why;
    }

    boolean isPending() {
        return state == State.PENDING;
    }

    boolean isNeedless() {
        return state == State.NOT_NEEDED;
    }

    /** The customer has it, or knows it without. */
    boolean isKnown() {
        return state == State.SENT || isNeedless();
    }

    /** Somebody has to call. */
    boolean isLeftToPeople() {
        return state == State.NOT_POSSIBLE;
    }

    /** It has not reached the customer, and does not by itself. */
    boolean isUnsent() {
        return switch (state) {
            case FAILED, NOT_POSSIBLE -> true;
            case PENDING, SENT, NOT_NEEDED, OUTDATED -> false;
        };
    }

    /** Also once more after it had failed, if an administrator wants it. */
    boolean mayBeSent() {
        return switch (state) {
            case PENDING, FAILED -> true;
            case SENT, NOT_POSSIBLE, NOT_NEEDED, OUTDATED -> false;
        };
    }
}
