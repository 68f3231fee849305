package dev.fieldservice.players.forms;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** What is sent about who calls: a supermarket whose chiller leaks refrigerant. */
public final class CustomerForms {

    private static final String ADDRESS = """
            {"street": "Bulevardul Timișoara 26", "city": "București", "region": "RO-B",
             "postalCode": "061344", "countryCode": "RO"}""";

    /** Where customers write to. */
    public static final String MAILBOX = "service@fieldservice.example";

    private CustomerForms() {}

    /** As a mail program writes it. */
    public static String mail(String sender, String serialNumber) {
        return """
                From: Maria Ionescu <%s>
                To: %s
                Message-ID: <%s@cotroceni.example>
                Subject: Chillerul de lactate pierde agent frigorific
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Alarmă de presiune joasă la chillerul cu seria %s. Marfa a fost mutată.
                """.formatted(sender, MAILBOX, UUID.randomUUID(), serialNumber).replace("\n", "\r\n");
    }

    /** She has thought of something more, and answers her own mail. */
    public static String answer(String sender, String mail) {
        var first = mail.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow()
                .substring("Message-ID: ".length());
        return """
                From: Maria Ionescu <%s>
                To: %s
                Message-ID: <%s@cotroceni.example>
                In-Reply-To: %s
                Subject: Re: Chillerul de lactate pierde agent frigorific
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Intrarea este prin rampa de marfă.
                """.formatted(sender, MAILBOX, UUID.randomUUID(), first).replace("\n", "\r\n");
    }

    public static String correction(String contact, String location, String asset) {
        return """
                {"contactId": "%s", "locationId": "%s", "assetId": "%s", "serviceType": "REPAIR", "priority": "URGENT",
                 "requiredSkills": ["refrigeration"], "summary": "Chillerul de lactate pierde agent frigorific",
                 "instructions": "Alarmă de presiune joasă. Marfa a fost mutată."}""".formatted(contact, location, asset);
    }

    public static String company(String mail) {
        return """
                {"name": "Supermarket Cotroceni SRL", "taxId": "RO12345674", "email": "%s", "billingAddress": %s}""".formatted(mail, ADDRESS);
    }

    /** Invoices are not sent by themselves. */
    public static String companyWithoutMail() {
        return """
                {"name": "Supermarket Cotroceni SRL", "taxId": "RO12345674", "billingAddress": %s}""".formatted(ADDRESS);
    }

    public static String contact(String customer, String mail) {
        return """
                {"customerId": "%s", "name": "Maria Ionescu", "phone": "+40 722 555 010", "email": "%s"}""".formatted(customer, mail);
    }

    public static String location(String customer) {
        return """
                {"customerId": "%s", "name": "Magazin Cotroceni", "address": %s, "timeZone": "Europe/Bucharest",
                 "position": {"latitude": 44.4269, "longitude": 26.0346},
                 "accessNotes": "Rampa de marfă, intrarea din spate"}""".formatted(customer, ADDRESS);
    }

    public static String asset(String customer, String location) {
        return """
                {"customerId": "%s", "locationId": "%s", "name": "Chiller lactate 1", "manufacturer": "Frigomont",
                 "model": "FX-40", "serialNumber": "FX40-%s"}""".formatted(customer, location, UUID.randomUUID());
    }

    /** Of this year; what a request is asked for under is looked for by the day at the site. */
    public static String contract(String customer) {
        return """
                {"customerId": "%s", "name": "Mentenanță frig comercial", "validFrom": "%s",
                 "terms": {
                   "covered": [{"clause": "Art. 5.1: piese la jumătate de preț", "kinds": ["PART"], "percent": "50"}],
                   "allowances": [{"clause": "Art. 4: o oră pe an", "unit": "HOUR", "included": 1, "per": "YEAR", "perTicket": 1}],
                   "promises": [{"priority": "URGENT", "respondMinutes": 60, "resolveMinutes": 480, "counted": "ALWAYS"}]}}""".formatted(customer, LocalDate.now(ZoneOffset.UTC).minusDays(1));
    }

    public static String ticket(String customer, String contact, String location, String asset) {
        return """
                {"channel": "PHONE", "customerId": "%s", "contactId": "%s", "locationId": "%s", "assetId": "%s",
                 "serviceType": "REPAIR", "priority": "URGENT", "requiredSkills": ["refrigeration"],
                 "summary": "Chillerul de lactate pierde agent frigorific",
                 "instructions": "Alarmă de presiune joasă. Marfa a fost mutată."}""".formatted(customer, contact, location, asset);
    }
}
