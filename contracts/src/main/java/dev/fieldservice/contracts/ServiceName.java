package dev.fieldservice.contracts;

import java.util.List;

/** The services that publish and consume events, named as in {@code ce_source}, dead-letter topics and the history. */
public final class ServiceName {
    public static final String TICKET = "ticket-service";
    public static final String DISPATCH = "dispatch-service";
    public static final String WORKORDER = "workorder-service";
    public static final String INVENTORY = "inventory-service";
    public static final String BILLING = "billing-service";

    public static final List<String> ALL = List.of(TICKET, DISPATCH, WORKORDER, INVENTORY, BILLING);

    private ServiceName() {}
}
