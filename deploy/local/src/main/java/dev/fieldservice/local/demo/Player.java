package dev.fieldservice.local.demo;

/** The people of the demo realm who play the cycle; each acts with a token of their own. */
public enum Player {
    DANA("dana", "dispatcher", "0190a000-0000-7000-8000-000000000011"),
    TUDOR("tudor", "technician", "0190a000-0000-7000-8000-000000000001"),
    TEODORA("teodora", "technician", "0190a000-0000-7000-8000-000000000002"),
    SORIN("sorin", "supervisor", "0190a000-0000-7000-8000-000000000012"),
    STELA("stela", "storekeeper", "0190a000-0000-7000-8000-000000000013"),
    ANA("ana", "accountant", "0190a000-0000-7000-8000-000000000015");

    private final String user;
    private final String job;
    private final String id;

    Player(String user, String job, String id) {
        this.user = user;
        this.job = job;
        this.id = id;
    }

    public String user() {
        return user;
    }

    public String job() {
        return job;
    }

    /** The token's subject; for a technician also the id of the technician. */
    public String id() {
        return id;
    }
}
