package dev.fieldservice.inventory.locations;

import java.util.UUID;

/**
 * Where goods are that have left one place and have not arrived at the other. It is in the ledger like any place, so that nothing is
 * nowhere, but nobody can name it in a command.
 */
public final class Transit {

    public static final UUID ID = new UUID(0, 1);
    public static final String NAME = "In transit";

    private Transit() {}
}
