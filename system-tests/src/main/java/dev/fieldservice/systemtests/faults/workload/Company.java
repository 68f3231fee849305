package dev.fieldservice.systemtests.faults.workload;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** The refrigeration company before the phone rings: office people, technicians with their own vans, parts, prices. */
public final class Company {

    private static final int PLENTY = 100_000;

    private final Phone phone;
    private final KeycloakAdmin keycloak;
    private final Map<String, Person> office = Map.of(
            "dana", new Person("dana", "0190a000-0000-7000-8000-000000000011"),
            "sorin", new Person("sorin", "0190a000-0000-7000-8000-000000000012"),
            "stela", new Person("stela", "0190a000-0000-7000-8000-000000000013"),
            "ana", new Person("ana", "0190a000-0000-7000-8000-000000000015"),
            "admin", new Person("admin", "0190a000-0000-7000-8000-000000000016"));
    private final List<Technician> technicians = new ArrayList<>();
    private Person otherDispatcher;
    private Person otherAccountant;
    private String valve = "";
    private String refrigerant = "";
    private String lastPart = "";
    private String shelf = "";

    /** @param isSupervisorToo may review, but not what he has done himself */
    public record Technician(Person person, String van, boolean isSupervisorToo) {}

    public Company(Phone phone, KeycloakAdmin keycloak) {
        this.phone = phone;
        this.keycloak = keycloak;
    }

    /** Hires the people and fills the vans; every fourth technician is a supervisor too. */
    public void open(int howManyTechnicians) {
        otherDispatcher = keycloak.hire("doru", List.of("dispatcher"));
        otherAccountant = keycloak.hire("alina", List.of("accountant"));
        valve = part("TXV", "Ventil de expansiune TXV", "EA", true);
        refrigerant = part("R449A", "Agent frigorific R-449A", "KGM", false);
        lastPart = part("PLC", "Placă electronică, ultima din raft", "EA", false);
        shelf = phone.command(storekeeper(), "/v1/stock-locations", """
                {"kind": "WAREHOUSE", "name": "Raft comun"}""").text("/id");
        receive(shelf, lastPart, "1", "EA");
        prices();
        List<Callable<Technician>> all = IntStream.range(0, howManyTechnicians)
                .<Callable<Technician>>mapToObj(number -> () -> technician(number))
                .toList();
        technicians.addAll(Phone.atOnce(all));
    }

    private Technician technician(int number) {
        boolean isSupervisorToo = number % 4 == 0;
        Person person = keycloak.hire(
                "tehnician-" + number, isSupervisorToo ? List.of("technician", "supervisor") : List.of("technician"));
        phone.command(dispatcher(), "/v1/technicians", """
                {"userId": "%s", "name": "Tehnician %d", "skills": ["refrigeration"]}""".formatted(person.id(), number));
        String van = phone.command(storekeeper(), "/v1/stock-locations", """
                {"kind": "VEHICLE", "name": "Duba %d", "technicianId": "%s"}""".formatted(number, person.id()))
                .text("/id");
        receive(van, valve, String.valueOf(PLENTY), "EA");
        receive(van, refrigerant, String.valueOf(PLENTY), "KGM");
        return new Technician(person, van, isSupervisorToo);
    }

    /** Registers a part; its number is made unique. */
    public String part(String number, String name, String unit, boolean serialised) {
        String unique = number + "-" + UUID.randomUUID().toString().substring(0, 8);
        return phone.command(storekeeper(), "/v1/parts", """
                {"number": "%s", "name": "%s", "unit": "%s", "serialised": %b}""".formatted(unique, name, unit, serialised))
                .text("/id");
    }

    private void receive(String location, String part, String amount, String unit) {
        phone.command(storekeeper(), "/v1/stock-receipts", """
                {"locationId": "%s", "partId": "%s", "quantity": {"amount": "%s", "unit": "%s"}}""".formatted(location, part, amount, unit));
    }

    private void prices() {
        String since = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
        price(valve, "389.90", since);
        price(refrigerant, "214.55", since);
        price(lastPart, "1049.99", since);
        for (String kind : List.of("LABOUR", "TRAVEL")) {
            phone.command(accountant(), "/v1/labour-rates", """
                    {"kind": "%s", "hourlyRate": {"amount": "177.35", "currency": "RON"}, "validFrom": "%s"}""".formatted(kind, since));
        }
        phone.command(accountant(), "/v1/tax-rates", """
                {"category": "S", "percent": "21", "validFrom": "%s"}""".formatted(since));
    }

    private void price(String part, String amount, String since) {
        phone.command(accountant(), "/v1/part-prices", """
                {"partId": "%s", "unitPrice": {"amount": "%s", "currency": "RON"}, "validFrom": "%s"}""".formatted(part, amount, since));
    }

    public List<Technician> technicians() {
        return List.copyOf(technicians);
    }

    public Person dispatcher() {
        return office.get("dana");
    }

    public Person otherDispatcher() {
        return otherDispatcher;
    }

    public Person supervisor() {
        return office.get("sorin");
    }

    public Person storekeeper() {
        return office.get("stela");
    }

    public Person accountant() {
        return office.get("ana");
    }

    public Person otherAccountant() {
        return otherAccountant;
    }

    public Person admin() {
        return office.get("admin");
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
