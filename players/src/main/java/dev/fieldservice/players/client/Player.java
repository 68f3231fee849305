package dev.fieldservice.players.client;

import dev.fieldservice.contracts.Role;

/**
 * Somebody who acts with a token of their own: one of the demo realm's people, or who was hired besides.
 *
 * @param id the token's subject; for a technician also the id of the technician
 */
public record Player(String user, String job, String id) {

    public static final Player DANA = new Player("dana", Role.DISPATCHER, "0190a000-0000-7000-8000-000000000011");
    public static final Player TUDOR = new Player("tudor", Role.TECHNICIAN, "0190a000-0000-7000-8000-000000000001");
    public static final Player TEODORA = new Player("teodora", Role.TECHNICIAN, "0190a000-0000-7000-8000-000000000002");
    public static final Player SORIN = new Player("sorin", Role.SUPERVISOR, "0190a000-0000-7000-8000-000000000012");
    public static final Player STELA = new Player("stela", Role.STOREKEEPER, "0190a000-0000-7000-8000-000000000013");
    public static final Player BOGDAN = new Player("bogdan", Role.BUYER, "0190a000-0000-7000-8000-000000000014");
    public static final Player ANA = new Player("ana", Role.ACCOUNTANT, "0190a000-0000-7000-8000-000000000015");
    public static final Player ADMIN = new Player("admin", Role.ADMIN, "0190a000-0000-7000-8000-000000000016");
}
