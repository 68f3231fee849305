package dev.fieldservice.dispatch.worktypes;

/** What kind of service is asked for. */
public enum ServiceType {
    REPAIR,
    MAINTENANCE,
    INSTALLATION,
    INSPECTION
}
