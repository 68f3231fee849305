package dev.fieldservice.systemtests.access;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.demo.Company;
import dev.fieldservice.players.demo.Forms;
import dev.fieldservice.players.demo.Story;
import dev.fieldservice.systemtests.openapi.Operation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * Something of everything that has an id: a job of Tudor's that is done and billed, one that a crew with Teodora works
 * on, and all that belongs to them. Nothing of Tudor's own job is Teodora's.
 */
final class World implements AutoCloseable {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private final Api api;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Instant day = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(400, ChronoUnit.DAYS);

    /** By the collection they are in, or by the name that a path or a query gives them. */
    private final Map<String, String> own = new HashMap<>();

    /** What is different for the job of the crew. */
    private final Map<String, String> crews = new HashMap<>();

    private World(Api api) {
        this.api = api;
    }

    static World build(Api api) {
        var world = new World(api);
        world.companyIsReady();
        world.customerCalls();
        world.jobsAreGiven();
        world.tudorDoesHis();
        world.somebodyElseClosesIt();
        world.theCrewBegins();
        return world;
    }

    private void companyIsReady() {
        var company = new Company(api, new Story(System.out));
        company.isReady();
        own.put("technicians", Player.TUDOR.id());
        own.put("technicianId", Player.TUDOR.id());
        own.put("territories", company.territory());
        own.put("stock-locations", company.van());
        own.put("locationId", company.van());
        var part = api.create(Player.STELA, "/v1/parts", """
                {"number": "F-%s", "name": "Filtru deshidrator", "unit": "EA", "serialised": false}""".formatted(run));
        own.put("parts", part);
        own.put("partId", part);
        own.put("stock-receipts", api.create(Player.STELA, "/v1/stock-receipts", """
                {"locationId": "%s", "partId": "%s", "quantity": {"amount": "1", "unit": "EA"}}""".formatted(company.van(), part)));
        List.of("part-prices", "labour-rates", "tax-rates")
                .forEach(prices -> own.put(prices, first(Player.ANA, "/v1/" + prices + "?limit=1")));
    }

    private void customerCalls() {
        var customer = api.create(Player.DANA, "/v1/customers", "{\"name\": \"Supermarket %s SRL\"}".formatted(run));
        own.put("customers", customer);
        own.put("customerId", customer);
        own.put("contacts", api.create(Player.DANA, "/v1/contacts", """
                {"customerId": "%s", "name": "Maria Ionescu", "email": "maria.%s@cotroceni.example"}""".formatted(customer, run)));
        own.put("service-locations", api.create(Player.DANA, "/v1/service-locations", """
                {"customerId": "%s", "name": "Magazin Cotroceni", "timeZone": "Europe/Bucharest",
                 "address": {"street": "Bulevardul Timișoara 26", "city": "București", "countryCode": "RO"},
                 "position": {"latitude": 44.4269, "longitude": 26.0346}}""".formatted(customer)));
        own.put("assets", api.create(Player.DANA, "/v1/assets", """
                {"customerId": "%s", "locationId": "%s", "name": "Chiller lactate"}""".formatted(customer, own.get("service-locations"))));
        order(own);
        order(crews);
        own.put("ticketId", own.get("tickets"));
        own.put("correlationId", own.get("tickets"));
        own.put("orderId", own.get("service-orders"));
    }

    private void order(Map<String, String> job) {
        var ticket = api.create(Player.DANA, "/v1/tickets", """
                {"channel": "PHONE", "customerId": "%s", "contactId": "%s", "locationId": "%s",
                 "serviceType": "REPAIR", "priority": "HIGH", "summary": "Chillerul pierde agent frigorific"}""".formatted(
                        own.get("customers"), own.get("contacts"), own.get("service-locations")));
        var order = api.awaitFirst(Player.DANA, "/v1/service-orders?ticketId=" + ticket);
        job.put("tickets", ticket);
        job.put("service-orders", order);
        job.put("work-orders", order);
    }

    private void jobsAreGiven() {
        var crew = api.create(Player.DANA, "/v1/crews", """
                {"name": "Frig %s", "leadId": "%s", "memberIds": ["%s", "%s"]}""".formatted(
                        run, Player.TUDOR.id(), Player.TUDOR.id(), Player.TEODORA.id()));
        own.put("crews", crew);
        own.put("crewId", crew);
        give(own, "\"technicianIds\": [\"%s\"]".formatted(Player.TUDOR.id()), day);
        give(crews, "\"crewId\": \"%s\"".formatted(crew), day.plus(3, ChronoUnit.HOURS));
    }

    private void give(Map<String, String> job, String to, Instant from) {
        var order = job.get("service-orders");
        does(Player.DANA, "/v1/service-orders/" + order + "/assign", """
                {%s, "window": {"start": "%s", "end": "%s"}}""".formatted(
                        to, from, from.plus(2, ChronoUnit.HOURS)));
        var card = api.await(Player.TUDOR, "/v1/work-orders/" + order, Answer::isOk);
        job.put("appointments", card.text("/appointmentId"));
    }

    /** He uses more than there is, so that stock does not add up. */
    private void tudorDoesHis() {
        var job = "/v1/work-orders/" + own.get("work-orders");
        does(Player.TUDOR, job + "/start", "{}");
        own.put("usageId", use(Player.TUDOR, job, ""));
        does(Player.TUDOR, job + "/comments", "{\"text\": \"Filtru înlocuit.\"}");
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        does(Player.TUDOR, job + "/time-entries", Forms.time("LABOUR", now.minus(1, ChronoUnit.HOURS), now));
        sign(Player.TUDOR, job);
        does(Player.TUDOR, job + "/complete", Forms.COMPLETE);
        own.put("discrepancies", api.awaitFirst(Player.STELA, "/v1/discrepancies?partId=" + own.get("parts")));
    }

    private String use(Player technician, String job, String from) {
        return api.post(technician, job + "/parts", """
                        {%s"partId": "%s", "quantity": {"amount": "3", "unit": "EA"}}""".formatted(from, own.get("parts")))
                .text("/usages/0/id");
    }

    private void sign(Player technician, String job) {
        var shown = api.get(technician, job + "/signing-content").text("/contentHash");
        does(technician, job + "/signature", Forms.signature(shown));
    }

    private void theCrewBegins() {
        var job = "/v1/work-orders/" + crews.get("work-orders");
        does(Player.TEODORA, job + "/start", "{}");
        var van = "\"stockLocationId\": \"%s\", ".formatted(own.get("stock-locations"));
        crews.put("usageId", use(Player.TEODORA, job, van));
        sign(Player.TEODORA, job);
    }

    /** The crew is free again for whatever else is tested. */
    @Override
    public void close() {
        does(Player.TEODORA, "/v1/work-orders/" + crews.get("work-orders") + "/complete", Forms.COMPLETE);
    }

    private void somebodyElseClosesIt() {
        does(Player.SORIN, "/v1/work-orders/" + own.get("work-orders") + "/approve", "{}");
        var order = "?orderId=" + own.get("work-orders");
        own.put("invoices", api.awaitFirst(Player.ANA, "/v1/invoices" + order));
        own.put("billing-cases", api.awaitFirst(Player.ANA, "/v1/billing-cases?ticketId=" + own.get("tickets")));
    }

    private void does(Player who, String command, String body) {
        api.post(who, command, body);
    }

    private String first(Player by, String list) {
        return api.get(by, list).text("/items/0/id");
    }

    /** By the names that parameters have. */
    Map<String, String> tudors() {
        return own;
    }

    /** The same for what is different. */
    Map<String, String> crews() {
        return crews;
    }

    /** Ids by which a list shows that it holds this job, or this van. */
    List<String> traces(Who whose, String path) {
        var job = whose == Who.CREW ? crews : own;
        return path.contains("/stock-")
                ? List.of(own.get("stock-locations"))
                : List.of(job.get("work-orders"), job.get("appointments"));
    }

    /** The address of what exists. */
    String path(Operation operation, String service, Who who) {
        return filled(operation, service, (collection, name) -> {
            var job = who == Who.CREW ? crews : own;
            var known = name.equals("id") ? collection : name;
            return job.getOrDefault(
                    known, own.getOrDefault(known, UUID.randomUUID().toString()));
        });
    }

    /** The address of what does not. */
    String nowhere(Operation operation, String service) {
        return filled(
                operation, service, (collection, name) -> UUID.randomUUID().toString());
    }

    private static String filled(Operation operation, String service, BinaryOperator<String> id) {
        return PLACEHOLDER.matcher(operation.path()).replaceAll(found -> {
            var collection = operation.path().split("/")[2];
            return found.group(1).equals("service") ? service : id.apply(collection, found.group(1));
        });
    }

    /** When all this is planned. */
    Instant day() {
        return day;
    }
}
