package dev.fieldservice.players.forms;

import dev.fieldservice.players.client.Player;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the office sends before the phone rings: people, parts and where they are kept, prices. */
public final class OfficeForms {

    public static final String AREA = "București Vest";

    private OfficeForms() {}

    public static String technician(Player person, String name) {
        return """
                {"userId": "%s", "name": "%s", "phone": "+40 722 555 001", "skills": ["refrigeration"]}""".formatted(person.id(), name);
    }

    /** {@link #AREA}; its name is made unique. */
    public static String territory() {
        return """
                {"name": "%s %s", "boundary": [{"latitude": 44.35, "longitude": 25.95},
                 {"latitude": 44.35, "longitude": 26.10}, {"latitude": 44.50, "longitude": 26.10},
                 {"latitude": 44.50, "longitude": 25.95}]}""".formatted(AREA, UUID.randomUUID());
    }

    /** Led by the first of them; its name is made unique. */
    public static String crew(List<Player> members) {
        return """
                {"name": "Frig Vest %s", "leadId": "%s", "memberIds": [%s]}""".formatted(
                        UUID.randomUUID().toString().substring(0, 8),
                        members.getFirst().id(),
                        members.stream().map(one -> "\"" + one.id() + "\"").collect(Collectors.joining(", ")));
    }

    /** Its number is made unique. */
    public static String part(String number, String name, String unit, boolean serialised) {
        return """
                {"number": "%s-%s", "name": "%s", "unit": "%s", "serialised": %b}""".formatted(number, UUID.randomUUID().toString().substring(0, 8), name, unit, serialised);
    }

    public static String van(String name, Player technician) {
        return """
                {"kind": "VEHICLE", "name": "%s", "technicianId": "%s"}""".formatted(name, technician.id());
    }

    public static String shelf(String name) {
        return """
                {"kind": "WAREHOUSE", "name": "%s"}""".formatted(name);
    }

    public static String receipt(String location, String part, String amount, String unit) {
        return """
                {"locationId": "%s", "partId": "%s", "quantity": {"amount": "%s", "unit": "%s"}}""".formatted(location, part, amount, unit);
    }

    /** @param amount in lei per unit of the part */
    public static String partPrice(String part, String amount, LocalDate from) {
        return """
                {"partId": "%s", "unitPrice": {"amount": "%s", "currency": "RON"}, "validFrom": "%s"}""".formatted(part, amount, from);
    }

    /** @param amount in lei per hour */
    public static String labourRate(String kind, String amount, LocalDate from) {
        return """
                {"kind": "%s", "hourlyRate": {"amount": "%s", "currency": "RON"}, "validFrom": "%s"}""".formatted(kind, amount, from);
    }

    public static String taxRate(LocalDate from) {
        return """
                {"category": "S", "percent": "21", "validFrom": "%s"}""".formatted(from);
    }
}
