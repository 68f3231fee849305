package dev.fieldservice.dispatch.orders;

/** A visit together with the order it serves. */
public record OrderVisit(ServiceOrder order, Appointment appointment) {

    /** Grows with every change of either. */
    public long sequence() {
        return order.version() + appointment.version();
    }
}
