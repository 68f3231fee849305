package dev.fieldservice.contracts;

import java.util.List;

/**
 * The realm roles as they stand in the access token's {@code realm_access.roles}; constants, so that
 * {@code @RolesAllowed} takes them.
 */
public final class Role {
    public static final String DISPATCHER = "dispatcher";
    public static final String TECHNICIAN = "technician";
    public static final String SUPERVISOR = "supervisor";
    public static final String STOREKEEPER = "storekeeper";
    public static final String BUYER = "buyer";
    public static final String ACCOUNTANT = "accountant";
    public static final String ADMIN = "admin";

    public static final List<String> ALL =
            List.of(DISPATCHER, TECHNICIAN, SUPERVISOR, STOREKEEPER, BUYER, ACCOUNTANT, ADMIN);

    private Role() {}
}
