package dev.fieldservice.platform.testing;

import dev.fieldservice.contracts.Role;
import java.util.UUID;

/** The people of the company, the same as in the demo realm. */
public enum Person {
    TUDOR("0190a000-0000-7000-8000-000000000001", "Tudor Ionescu", Role.TECHNICIAN),
    TEODORA("0190a000-0000-7000-8000-000000000002", "Teodora Pop", Role.TECHNICIAN),
    DANA("0190a000-0000-7000-8000-000000000011", "Dana Marin", Role.DISPATCHER),
    SORIN("0190a000-0000-7000-8000-000000000012", "Sorin Dima", Role.SUPERVISOR),
    STELA("0190a000-0000-7000-8000-000000000013", "Stela Radu", Role.STOREKEEPER),
    BOGDAN("0190a000-0000-7000-8000-000000000014", "Bogdan Rusu", Role.BUYER),
    ANA("0190a000-0000-7000-8000-000000000015", "Ana Stan", Role.ACCOUNTANT),
    ADMIN("0190a000-0000-7000-8000-000000000016", "Admin", Role.ADMIN);

    private final UUID id;
    private final String fullName;
    private final String role;

    Person(String id, String fullName, String role) {
        this.id = UUID.fromString(id);
        this.fullName = fullName;
        this.role = role;
    }

    public UUID id() {
        return id;
    }

    public String fullName() {
        return fullName;
    }

    public String role() {
        return role;
    }
}
