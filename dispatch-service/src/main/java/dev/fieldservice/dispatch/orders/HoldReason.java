package dev.fieldservice.dispatch.orders;

/** What an order on hold waits for. */
public enum HoldReason {
    WAITING_PART,
    CUSTOMER,
    APPROVAL,
    QUOTE;

    /** Whether it is the customer for whom one waits, so that what was promised to them does not run meanwhile. */
    boolean isCustomersTime() {
        return switch (this) {
            case CUSTOMER, APPROVAL, QUOTE -> true;
            case WAITING_PART -> false;
        };
    }
}
