package dev.fieldservice.inventory.locations;

public enum LocationKind {
    WAREHOUSE,
    VEHICLE
}
