package dev.fieldservice.dispatch.orders;

/** What kind of service is asked for. */
public enum ServiceType {
    REPAIR,
    MAINTENANCE,
    INSTALLATION,
    INSPECTION
}
