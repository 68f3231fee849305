package dev.fieldservice.systemtests.access;

import java.util.Arrays;

/** A column of the table: a role, or for technicians what the thing in question is to them. */
enum Who {
    DISPATCHER("dispatcher", "dana"),
    SUPERVISOR("supervisor", "sorin"),
    STOREKEEPER("storekeeper", "stela"),
    BUYER("buyer", "bogdan"),
    ACCOUNTANT("accountant", "ana"),
    ADMIN("admin", "admin"),
    TECHNICIAN("technician", "tudor"),
    CREW("crew", "teodora"),
    OTHER("other", "teodora");

    private final String title;
    private final String user;

    Who(String title, String user) {
        this.title = title;
        this.user = user;
    }

    String title() {
        return title;
    }

    /** Of the demo realm. */
    String user() {
        return user;
    }

    static Who titled(String title) {
        return Arrays.stream(values())
                .filter(who -> who.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("docs/access.md has an unknown column " + title));
    }
}
