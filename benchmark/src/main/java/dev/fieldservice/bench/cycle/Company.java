package dev.fieldservice.bench.cycle;

import dev.fieldservice.bench.measure.Together;
import dev.fieldservice.bench.stack.Api;
import dev.fieldservice.bench.stack.Person;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.demo.Player;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The people and things that have to be there before work begins. Made once per run; what a technician drives is made
 * with the technician.
 *
 * @param part kept by the piece, without serial numbers
 */
public record Company(Api api, Person dana, Person sorin, Person ana, Person stela, Customer customer, String part) {

    private static final String ADDRESS = """
            {"street": "Bulevardul Timișoara 26", "city": "București", "region": "RO-B",
             "postalCode": "061344", "countryCode": "RO"}""";

    /** Who calls, and about what. */
    public record Customer(String id, String contact, String location, String asset) {}

    /** A technician with a van that has plenty of the part in it. */
    public record Technician(Person person, String van) {}

    public static Company open(Stack stack) {
        var people = stack.identities();
        var dana = people.signIn(Player.DANA);
        var stela = people.signIn(Player.STELA);
        var ana = people.signIn(Player.ANA);
        var api = stack.gateway();
        var part = stack.local().service(Service.INVENTORY).isAlive() ? part(api, stela) : "";
        if (stack.local().service(Service.BILLING).isAlive()) {
            prices(api, ana, part);
        }
        return new Company(api, dana, people.signIn(Player.SORIN), ana, stela, customer(api, dana), part);
    }

    /** Only the customer: for where only the ticket service runs. */
    public static Customer customer(Api api, Person dana) {
        var run = UUID.randomUUID();
        var mail = run + "@cotroceni.example";
        var customer = api.create(dana, "/v1/customers", """
                {"name": "Supermarket Cotroceni SRL", "taxId": "RO12345674", "email": "%s", "billingAddress": %s}""".formatted(mail, ADDRESS));
        var contact = api.create(dana, "/v1/contacts", """
                {"customerId": "%s", "name": "Maria Ionescu", "phone": "+40 722 555 010", "email": "%s"}""".formatted(customer, mail));
        var location = api.create(dana, "/v1/service-locations", """
                {"customerId": "%s", "name": "Magazin Cotroceni", "address": %s, "timeZone": "Europe/Bucharest",
                 "position": {"latitude": 44.4269, "longitude": 26.0346},
                 "accessNotes": "Rampa de marfă, intrarea din spate"}""".formatted(customer, ADDRESS));
        var asset = api.create(dana, "/v1/assets", """
                {"customerId": "%s", "locationId": "%s", "name": "Chiller lactate 1", "manufacturer": "Frigomont",
                 "model": "FX-40", "serialNumber": "FX40-%s"}""".formatted(customer, location, run));
        return new Customer(customer, contact, location, asset);
    }

    /** What is sent to record the call. */
    public static String ticket(Customer customer) {
        return """
                {"channel": "PHONE", "customerId": "%s", "contactId": "%s", "locationId": "%s", "assetId": "%s",
                 "serviceType": "REPAIR", "priority": "URGENT", "requiredSkills": ["refrigeration"],
                 "summary": "Chillerul de lactate pierde agent frigorific",
                 "instructions": "Alarmă de presiune joasă. Marfa a fost mutată."}""".formatted(customer.id(), customer.contact(), customer.location(), customer.asset());
    }

    private static String part(Api api, Person stela) {
        return api.create(stela, "/v1/parts", """
                {"number": "FLT-%s", "name": "Filtru deshidrator", "unit": "EA", "serialised": false}""".formatted(UUID.randomUUID()));
    }

    private static void prices(Api api, Person ana, String part) {
        var from = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        List.of("LABOUR", "TRAVEL").forEach(kind -> price(api, ana, "/v1/labour-rates", """
                    {"kind": "%s", "hourlyRate": {"amount": "180.00", "currency": "RON"}, "validFrom": "%s"}""".formatted(kind, from)));
        price(api, ana, "/v1/tax-rates", """
                {"category": "S", "percent": "21", "validFrom": "%s"}""".formatted(from));
        price(api, ana, "/v1/part-prices", """
                {"partId": "%s", "unitPrice": {"amount": "389.90", "currency": "RON"}, "validFrom": "%s"}""".formatted(part, from));
    }

    /** Conflict: another figure of this run has set it. */
    private static void price(Api api, Person ana, String path, String body) {
        var reply = api.tryPost(ana, path, body);
        if (reply.status() != 409) {
            var _ = reply.required("POST " + path);
        }
    }

    public List<Technician> hire(Stack stack, String group, int count) {
        return Together.map(stack.identities().technicians(group, count), this::hire);
    }

    private Technician hire(Person person) {
        var _ = api.post(dana, "/v1/technicians", """
                {"userId": "%s", "name": "Tehnician", "phone": "+40 722 555 001", "skills": ["refrigeration"]}""".formatted(person.id()));
        var van = api.create(stela, "/v1/stock-locations", """
                {"kind": "VEHICLE", "name": "Duba", "technicianId": "%s"}""".formatted(person.id()));
        var _ = api.post(stela, "/v1/stock-receipts", """
                {"locationId": "%s", "partId": "%s", "quantity": {"amount": "100000", "unit": "EA"}}""".formatted(van, part));
        return new Technician(person, van);
    }
}
