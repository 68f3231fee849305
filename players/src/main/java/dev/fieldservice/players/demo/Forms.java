package dev.fieldservice.players.demo;

import dev.fieldservice.players.client.Player;
import java.time.Instant;

/** What is sent about a job, in the order of the day. */
public final class Forms {

    /** The technician's position as the phone has it. */
    public static final String START = """
            {"position": {"latitude": 44.42712, "longitude": 26.03481, "accuracyMetres": 8}}""";

    public static final String COMPLETE = "{\"outcome\": \"COMPLETE\"}";

    /** A picture of 1 × 1 pixel stands for what the customer draws on the screen. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private Forms() {}

    public static String assignment(Player technician, Instant start, Instant end) {
        return """
                {"technicianIds": ["%s"], "window": {"start": "%s", "end": "%s"}}""".formatted(technician.id(), start, end);
    }

    /** @param more members of the body, each after a comma, or empty */
    public static String usage(String part, String amount, String unit, String more) {
        return """
                {"partId": "%s", "quantity": {"amount": "%s", "unit": "%s"}%s}""".formatted(part, amount, unit, more);
    }

    public static String comment(String text) {
        return "{\"text\": \"%s\"}".formatted(text);
    }

    public static String time(String kind, Instant from, Instant to) {
        return """
                {"kind": "%s", "startedAt": "%s", "endedAt": "%s"}""".formatted(kind, from, to);
    }

    public static String approver(String mail) {
        return """
                {"name": "Maria Ionescu", "role": "Manager magazin", "email": "%s", "billingNotes": "Comanda 4471"}""".formatted(mail);
    }

    /** @param shown the hash of what the customer was shown */
    public static String signature(String shown) {
        return """
                {"outcome": "SIGNED", "contentHash": "%s", "signerName": "Maria Ionescu", "image": "%s"}""".formatted(shown, PICTURE);
    }
}
