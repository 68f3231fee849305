package dev.fieldservice.dispatch.orders;

/** What an order on hold waits for. */
public enum HoldReason {
    WAITING_PART,
    CUSTOMER,
    APPROVAL,
    QUOTE
}
