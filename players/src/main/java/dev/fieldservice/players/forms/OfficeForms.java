package dev.fieldservice.players.forms;

import dev.fieldservice.players.client.Player;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the office sends before the phone rings: people, parts and where they are kept, prices. */
public final class OfficeForms {

    public static final String COMPANY = "Frigotehnica Service SRL";
    public static final String AREA = "București Vest";

    private OfficeForms() {}

    /** {@link #COMPANY}: who sells, when one works, in which currency and languages. */
    public static String company() {
        var week = Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                .map("""
                {"day": "%s", "hours": [{"from": "08:00", "to": "12:00"}, {"from": "12:30", "to": "17:00"}]}"""::formatted)
                .collect(Collectors.joining(", "));
        return """
                {"tradeName": "Frigotehnica",
                 "seller": {"legalName": "%s", "vatId": "RO18547290", "registrationNumber": "J40/4321/2006",
                            "address": {"street": "Strada Industriilor 12", "city": "București", "region": "RO-B",
                                        "postalCode": "032501", "countryCode": "RO"},
                            "iban": "RO49AAAA1B31007593840000", "bank": "Banca Exemplu"},
                 "timeZone": "Europe/Bucharest", "currency": "RON", "languages": ["ro", "en"],
                 "workingHours": [%s], "publicHolidays": "RO",
                 "specialDays": [{"from": "2026-08-03", "through": "2026-08-14", "name": "Concediu colectiv", "hours": []}]}""".formatted(COMPANY, week);
    }

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

    /** No order has it by default; its code and name are made unique. */
    public static String workType() {
        var one = UUID.randomUUID().toString().substring(0, 8);
        return """
                {"code": "LEAK-%s", "name": "Probă de etanșeitate și service %s", "expectedMinutes": 120, "skills": ["refrigeration"],
                 "checklist": [
                   {"code": "leak-test-pressure", "question": "Presiunea la proba de etanșeitate", "kind": "NUMBER",
                    "required": true, "unit": "BAR", "least": "0", "most": "40", "outOfLimits": "MARKED"},
                   {"code": "tight", "question": "Instalația este etanșă?", "kind": "YES_NO", "required": true}],
                 "evidence": [{"kind": "AFTER", "count": 1}], "signatureNeeded": true}""".formatted(one, one);
    }

    /** Its number is made unique. */
    public static String part(String number, String name, String unit, boolean serialised) {
        return """
                {"number": "%s-%s", "name": "%s", "unit": "%s", "serialised": %b}""".formatted(number, UUID.randomUUID().toString().substring(0, 8), name, unit, serialised);
    }

    /** The same of one that is bought when there is less of it. */
    public static String reordered(String number, String name, String unit, boolean serialised, String reorderPoint) {
        return """
                {"number": "%s-%s", "name": "%s", "unit": "%s", "serialised": %b, "reorderPoint": "%s"}""".formatted(
                        number, UUID.randomUUID().toString().substring(0, 8), name, unit, serialised, reorderPoint);
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

    /** @param cost of a unit, in lei */
    public static String receiptAt(String location, String part, String amount, String unit, String cost) {
        return """
                {"locationId": "%s", "partId": "%s", "quantity": {"amount": "%s", "unit": "%s"},
                 "unitCost": {"amount": "%s", "currency": "RON"}}""".formatted(location, part, amount, unit, cost);
    }

    /** One piece that has a serial number. */
    public static String receipt(String location, String part, String serial) {
        return """
                {"locationId": "%s", "partId": "%s", "quantity": {"amount": "1", "unit": "EA"}, "serials": ["%s"]}""".formatted(location, part, serial);
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

    /** @param amount in lei per unit of the part, to the company */
    public static String partCost(String part, String amount, LocalDate from) {
        return """
                {"partId": "%s", "unitCost": {"amount": "%s", "currency": "RON"}, "validFrom": "%s"}""".formatted(part, amount, from);
    }

    /** @param amount in lei per hour, to the company */
    public static String costRate(String kind, String amount, LocalDate from) {
        return """
                {"kind": "%s", "hourlyCost": {"amount": "%s", "currency": "RON"}, "validFrom": "%s"}""".formatted(kind, amount, from);
    }

    /** @param amount in lei per kilometre, to the company */
    public static String kilometreCost(String amount, LocalDate from) {
        return """
                {"kind": "KILOMETRES", "kilometreCost": {"amount": "%s", "currency": "RON"}, "validFrom": "%s"}""".formatted(amount, from);
    }

    /** @param amount in lei per kilometre, of everybody */
    public static String kilometrePrice(String amount, LocalDate from) {
        return """
                {"name": "Kilometri", "visit": {"pricePerKilometre": {"amount": "%s", "currency": "RON"}},
                 "reason": "Tarif", "validFrom": "%s"}""".formatted(amount, from);
    }

    /** A customer who owes the tax. */
    public static String taxRule(String customer) {
        return """
                {"customerId": "%s", "category": "S", "reason": "Ca în țară", "validFrom": "2026-01-01"}""".formatted(customer);
    }

    /** Of a day on which nobody is invoiced. */
    public static String exchangeRate() {
        var day = LocalDate.of(2006, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(7000));
        return """
                {"currency": "EUR", "day": "%s", "lei": "4.9752"}""".formatted(day);
    }

    /** This customer has a tenth off parts. */
    public static String priceRule(String customer) {
        return """
                {"name": "Rabat", "customerId": "%s", "kinds": ["PART"], "discount": {"percent": "10"},
                 "reason": "Cum s-a convenit", "validFrom": "2026-01-01"}""".formatted(customer);
    }

    /** It promises something and covers nothing. */
    public static String contract(String customer) {
        return """
                {"customerId": "%s", "name": "Intervenții rapide", "validFrom": "2026-01-01",
                 "terms": {"promises": [{"priority": "LOW", "respondMinutes": 2880, "resolveMinutes": 5760, "counted": "WORKING_HOURS"}],
                           "fee": {"amount": {"amount": "150.00", "currency": "RON"}, "every": "MONTH"}}}""".formatted(customer);
    }

    /** One that asks for nothing in the next years. */
    public static String maintenancePlan(String customer, String contact, String location, String asset) {
        return """
                {"customerId": "%s", "contactId": "%s", "locationId": "%s", "assetId": "%s",
                 "serviceType": "MAINTENANCE", "priority": "LOW", "summary": "Revizie trimestrială", "leadDays": 14,
                 "schedule": {"rule": "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "firstDay": "2040-01-02"}}""".formatted(customer, contact, location, asset);
    }

    /** One that asks at once for what is to be done in two days, and for nothing more this week. */
    public static String maintenancePlanOfTheWeek(
            String customer, String contact, String location, String asset, LocalDate today) {
        return """
                {"customerId": "%s", "contactId": "%s", "locationId": "%s", "assetId": "%s",
                 "serviceType": "MAINTENANCE", "priority": "LOW", "summary": "Revizie săptămânală", "leadDays": 5,
                 "schedule": {"rule": "FREQ=WEEKLY", "firstDay": "%s", "onWorkingDays": false}}""".formatted(customer, contact, location, asset, today.plusDays(2));
    }

    /** One that is over. */
    public static String warranty(String asset) {
        return """
                {"assetId": "%s", "name": "Garanție producător", "validFrom": "2021-03-01", "validThrough": "2023-02-28",
                 "covered": [{"clause": "Piese și manoperă", "percent": "100"}]}""".formatted(asset);
    }

    /** Ten lei, of which the customer does not say what for. */
    public static String payment(String customer) {
        return """
                {"customerId": "%s", "amount": {"amount": "10.00", "currency": "RON"}, "receivedOn": "2026-01-05"}""".formatted(customer);
    }

    public static String allocation(String receivable, String payment) {
        return """
                {"debitId": "%s", "creditId": "%s", "amount": {"amount": "0.01", "currency": "RON"}}""".formatted(receivable, payment);
    }

    /** One on which nothing stands. */
    public static String bankStatement() {
        return """
                {"format": "CSV", "name": "extras.csv", "content": "ZGF0ZSxhbW91bnQsY3VycmVuY3kK"}""";
    }

    /** Jobs of this customer are examined by whoever is supervisor. */
    public static String reviewRule(String customer) {
        return """
                {"position": 1, "name": "Oricine", "customerId": "%s", "examinedBy": "ANY_SUPERVISOR"}""".formatted(customer);
    }

    public static String taxRate(LocalDate from) {
        return """
                {"category": "S", "percent": "21", "validFrom": "%s"}""".formatted(from);
    }
}
