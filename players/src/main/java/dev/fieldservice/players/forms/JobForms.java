package dev.fieldservice.players.forms;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.StoreForms.Goods;
import java.time.Instant;

/** What is sent about a job, in the order of the day. */
public final class JobForms {

    /** The technician's position as the phone has it. */
    public static final String START = """
            {"position": {"latitude": 44.42712, "longitude": 26.03481, "accuracyMetres": 8}}""";

    public static final String COMPLETE = "{\"outcome\": \"COMPLETE\"}";

    public static final String ACCOUNT = """
            {"found": "Ventilul de expansiune fisurat, pierde agent frigorific.",
             "done": "Ventil înlocuit, probă de etanșeitate cu azot, instalația reîncărcată."}""";

    public static final String NOBODY_SIGNS = """
            {"outcome": "ABSENT", "reason": "Magazinul era închis"}""";

    public static final String HOLD = """
            {"reason": "CUSTOMER", "note": "Magazinul se deschide la ora opt"}""";

    /** Of commands that need nothing said. */
    public static final String NOTHING = "{}";

    /** Of commands that take none. */
    public static final String NO_BODY = "";

    /** A picture of 1 × 1 pixel stands for what the customer draws on the screen. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private JobForms() {}

    public static String assignment(Player technician, Slot slot) {
        return """
                {"technicianIds": ["%s"], "window": %s}""".formatted(technician.id(), slot.json());
    }

    /** The same, who takes something along. */
    public static String assignment(Player technician, Slot slot, Goods goods) {
        return """
                {"technicianIds": ["%s"], "window": %s, "plannedParts": [%s]}""".formatted(technician.id(), slot.json(), goods.json());
    }

    public static String assignment(String crew, Slot slot) {
        return """
                {"crewId": "%s", "window": %s}""".formatted(crew, slot.json());
    }

    /**
     * Whether or not somebody has signed.
     *
     * @param version of the review that was looked at
     */
    public static String approval(String version) {
        return """
                {"reviewedVersion": %s, "signatureRemark": "Confirmat la telefon cu clientul"}""".formatted(version);
    }

    public static String workType(String id) {
        return "{\"workTypeId\": \"%s\"}".formatted(id);
    }

    public static String claim(Slot slot) {
        return "{\"window\": %s}".formatted(slot.json());
    }

    public static String delay(Instant expected) {
        return """
                {"expectedArrival": "%s", "reason": "Trafic pe Splai"}""".formatted(expected);
    }

    /** Of whatever may be done with a reason only. */
    public static String reason(String why) {
        return "{\"reason\": \"%s\"}".formatted(why);
    }

    public static String shortcoming(String what, String why) {
        return """
                {"shortcoming": "%s", "reason": "%s"}""".formatted(what, why);
    }

    public static String usage(String part, String amount, String unit) {
        return usage(part, amount, unit, "");
    }

    public static String exchange(String part, String removedSerial, String installedSerial) {
        return usage(part, "1", "EA", """
                , "removedSerial": "%s", "installedSerial": "%s\"""".formatted(removedSerial, installedSerial));
    }

    /** @param place where it is taken from, if that is not the technician's own van */
    public static String usageFrom(String place, String part, String amount, String unit) {
        return usage(part, amount, unit, ", \"stockLocationId\": \"%s\"".formatted(place));
    }

    /** @param container its number, such as that of a cylinder */
    public static String usageOutOf(String container, String part, String amount, String unit) {
        return usage(part, amount, unit, ", \"containerNumber\": \"%s\"".formatted(container));
    }

    /** What is told later than it was. */
    public static String usageAt(Instant at, String part, String amount, String unit) {
        return usage(part, amount, unit, ", \"occurredAt\": \"%s\"".formatted(at));
    }

    private static String usage(String part, String amount, String unit, String more) {
        return """
                {"partId": "%s", "quantity": {"amount": "%s", "unit": "%s"}%s}""".formatted(part, amount, unit, more);
    }

    /** What was filled in from one cylinder. */
    public static String refrigerantAdded(String kilograms) {
        return """
                {"kind": "ADDED", "refrigerant": "R-449A", "kilograms": "%s", "cylinder": "CIL-0471"}""".formatted(kilograms);
    }

    /** As one would answer: yes, or what the gauge shows. */
    public static String answer(String code, String kind) {
        return """
                {"itemCode": "%s", %s}""".formatted(code, kind.equals("NUMBER") ? "\"number\": \"24.000\"" : "\"yes\": true");
    }

    public static String comment(String text) {
        return "{\"text\": \"%s\"}".formatted(text);
    }

    /** What happened a while ago. */
    public static String occurred(Instant at) {
        return "{\"occurredAt\": \"%s\"}".formatted(at);
    }

    /** As it was proposed. */
    public static String accepted(String proposedStart) {
        return """
                {"times": [{"proposedStart": "%s"}]}""".formatted(proposedStart);
    }

    /** The same of a journey. @param kilometres decimal */
    public static String accepted(String proposedStart, String kilometres) {
        return """
                {"times": [{"proposedStart": "%s", "kilometres": "%s"}]}""".formatted(proposedStart, kilometres);
    }

    /** @param kilometres decimal */
    public static String journey(Instant from, Instant to, String kilometres) {
        return """
                {"kind": "TRAVEL", "startedAt": "%s", "endedAt": "%s", "kilometres": "%s"}""".formatted(from, to, kilometres);
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
