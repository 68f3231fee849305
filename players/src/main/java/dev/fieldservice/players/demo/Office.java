package dev.fieldservice.players.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Sender;
import java.util.UUID;

/** What the office enters before the phone rings: people, parts and where they are kept. */
public record Office(Sender sender) {

    @CanIgnoreReturnValue
    public Answer technician(Player technician, String name) {
        return sender.post(Player.DANA, "/v1/technicians", """
                {"userId": "%s", "name": "%s", "phone": "+40 722 555 001", "skills": ["refrigeration"]}""".formatted(technician.id(), name));
    }

    /** Registers a part; its number is made unique. */
    public String part(String number, String name, String unit, boolean serialised) {
        var unique = number + "-" + UUID.randomUUID().toString().substring(0, 8);
        return sender.create(Player.STELA, "/v1/parts", """
                {"number": "%s", "name": "%s", "unit": "%s", "serialised": %b}""".formatted(unique, name, unit, serialised));
    }

    public String van(String name, Player technician) {
        return sender.create(Player.STELA, "/v1/stock-locations", """
                {"kind": "VEHICLE", "name": "%s", "technicianId": "%s"}""".formatted(name, technician.id()));
    }

    public String shelf(String name) {
        return sender.create(Player.STELA, "/v1/stock-locations", """
                {"kind": "WAREHOUSE", "name": "%s"}""".formatted(name));
    }

    @CanIgnoreReturnValue
    public Answer receive(String location, String part, String amount, String unit) {
        return sender.post(Player.STELA, "/v1/stock-receipts", """
                {"locationId": "%s", "partId": "%s", "quantity": {"amount": "%s", "unit": "%s"}}""".formatted(location, part, amount, unit));
    }
}
