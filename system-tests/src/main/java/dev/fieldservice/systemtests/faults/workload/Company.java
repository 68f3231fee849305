package dev.fieldservice.systemtests.faults.workload;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.players.client.KeycloakAdmin;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.demo.Office;
import dev.fieldservice.players.demo.Prices;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The refrigeration company before the phone rings: office people, technicians with their own vans, parts, prices. */
public final class Company {

    private static final String PLENTY = "100000";

    private final Office office;
    private final Prices prices;
    private final KeycloakAdmin keycloak;
    private final List<Technician> technicians = new ArrayList<>();
    private Player otherDispatcher;
    private Player otherAccountant;
    private String valve = "";
    private String refrigerant = "";
    private String lastPart = "";
    private String shelf = "";

    /** @param isSupervisorToo may review, but not what he has done himself */
    public record Technician(Player person, String van, boolean isSupervisorToo) {}

    public Company(Phone phone, KeycloakAdmin keycloak) {
        this.office = new Office(phone::command);
        this.prices = new Prices(phone::command, LocalDate.now(ZoneOffset.UTC).minusDays(2));
        this.keycloak = keycloak;
    }

    /** Hires the people and fills the vans; every fourth technician is a supervisor too. */
    public void open(int howManyTechnicians) {
        otherDispatcher = keycloak.hire("doru", Role.DISPATCHER);
        otherAccountant = keycloak.hire("alina", Role.ACCOUNTANT);
        valve = office.part("TXV", "Ventil de expansiune TXV", "EA", true);
        refrigerant = office.part("R449A", "Agent frigorific R-449A", "KGM", false);
        lastPart = office.part("PLC", "Placă electronică, ultima din raft", "EA", false);
        shelf = office.shelf("Raft comun");
        office.receive(shelf, lastPart, "1", "EA");
        prices.part(valve, "389.90");
        prices.part(refrigerant, "214.55");
        prices.part(lastPart, "1049.99");
        prices.rates("177.35", "177.35");
        technicians.addAll(
                Together.map(IntStream.range(0, howManyTechnicians).boxed().toList(), this::technician));
    }

    private Technician technician(int number) {
        boolean isSupervisorToo = number % 4 == 0;
        String user = "tehnician-" + number;
        Player person = isSupervisorToo
                ? keycloak.hire(user, Role.TECHNICIAN, Role.SUPERVISOR)
                : keycloak.hire(user, Role.TECHNICIAN);
        office.technician(person, "Tehnician " + number);
        String van = office.van("Duba " + number, person);
        office.receive(van, valve, PLENTY, "EA");
        office.receive(van, refrigerant, PLENTY, "KGM");
        return new Technician(person, van, isSupervisorToo);
    }

    /** Registers one more part. */
    public String part(String number, String name) {
        return office.part(number, name, "EA", false);
    }

    public List<Technician> technicians() {
        return List.copyOf(technicians);
    }

    public Player dispatcher() {
        return Player.DANA;
    }

    public Player otherDispatcher() {
        return otherDispatcher;
    }

    public Player supervisor() {
        return Player.SORIN;
    }

    public Player storekeeper() {
        return Player.STELA;
    }

    public Player accountant() {
        return Player.ANA;
    }

    public Player otherAccountant() {
        return otherAccountant;
    }

    public Player admin() {
        return Player.ADMIN;
    }

    /** By serial number. */
    public String valve() {
        return valve;
    }

    /** By the kilogram. */
    public String refrigerant() {
        return refrigerant;
    }

    /** Of which there is one on {@link #shelf()}, for all. */
    public String lastPart() {
        return lastPart;
    }

    public String shelf() {
        return shelf;
    }
}
