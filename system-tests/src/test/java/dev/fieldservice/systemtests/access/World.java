package dev.fieldservice.systemtests.access;

import static org.awaitility.Awaitility.await;

import dev.fieldservice.local.StackAddress;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.players.company.Office;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.cycle.Approval;
import dev.fieldservice.players.cycle.CallersPicture;
import dev.fieldservice.players.cycle.Cycle;
import dev.fieldservice.players.cycle.Evidence;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.cycle.Scene;
import dev.fieldservice.players.cycle.Signature;
import dev.fieldservice.players.demo.DemoCompany;
import dev.fieldservice.players.forms.CustomerForms;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.OfficeForms;
import dev.fieldservice.players.forms.Slot;
import dev.fieldservice.players.story.ToldStory;
import dev.fieldservice.systemtests.openapi.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private static final String BY_LINK = "/v1/ticket-attachments/{attachmentId}/content";

    /** A mail that each service writes. */
    private static final Map<String, String> MAILS = Map.of(
            "ticket-service", "received",
            "dispatch-service", "visit-planned",
            "workorder-service", "report",
            "inventory-service", "purchase-order",
            "billing-service", "invoice");

    private static World open;

    private final Api api;
    private final Instant day = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(400, ChronoUnit.DAYS);
    private final Company company;
    private final String crew;

    /** By the collection they are in, or by the name that a path or a query gives them. */
    private final Map<String, String> own = new HashMap<>();

    /** What is different for the job of the crew. */
    private final Map<String, String> crews = new HashMap<>();

    /** The same for one that the crew has done: only then there is a report. */
    private final Map<String, String> crewsDone = new HashMap<>();

    /** An invoice that is issued, an order that is placed, and a return that is sent, with their files: what is sent and read of them. */
    private final Map<String, String> issued = new HashMap<>();

    /** The same of a credit note. */
    private final Map<String, String> credited = new HashMap<>();

    private World(Api api) {
        this.api = api;
        this.company = stocked(DemoCompany.open(api, new ToldStory(System.out)));
        this.crew = api.create(Player.DANA, "/v1/crews", OfficeForms.crew(List.of(Player.TUDOR, Player.TEODORA)));
        own.put("crews", crew);
        own.put("crewId", crew);
    }

    /** The same for one test after the other until somebody closes it: to build it takes as long as some tests do. */
    static World of(StackAddress stack) {
        if (open == null) {
            open = build(new Api(stack), new Mailbox(stack.imapPort()));
        }
        return open;
    }

    private static World build(Api api, Mailbox mailbox) {
        var world = new World(api);
        world.own.put("incoming-mails", world.strangersMail(mailbox));
        var tudors = world.job(world.company.technicians().getFirst(), world.day);
        world.tudorDoesHis(tudors);
        world.theCrewDoesOne(tudors.customer());
        world.theCrewBegins(tudors.customer());
        return world;
    }

    /** One that waits for a dispatcher. */
    private String strangersMail(Mailbox mailbox) {
        var sender = "strain." + UUID.randomUUID() + "@strain.example";
        mailbox.deliver(CustomerForms.MAILBOX, CustomerForms.mail(sender, "FX40"));
        return api.awaitFirst(Player.DANA, "/v1/incoming-mails?state=WAITING&fromAddress=" + sender);
    }

    /** With one filter in the van, so that stock does not add up when more are used. */
    private Company stocked(Company open) {
        var tudor = open.technicians().getFirst();
        own.put("technicians", Player.TUDOR.id());
        own.put("technicianId", Player.TUDOR.id());
        own.put("territories", open.territory());
        own.put("work-types", api.create(Player.DANA, "/v1/work-types", OfficeForms.workType()));
        own.put("stock-locations", tudor.van());
        own.put("locationId", tudor.van());
        var office = new Office(api);
        own.put("stockLocationId", office.shelf("Raft"));
        var parts = office.priced(Article.FILTER);
        var filter = parts.get(Article.FILTER);
        own.put("parts", filter);
        own.put("partId", filter);
        own.put("part-categories", api.create(Player.STELA, "/v1/part-categories", """
                {"name": "Filtre %s"}""".formatted(filter)));
        own.put(
                "part-imports",
                api.createOf(
                        Player.STELA,
                        "/v1/part-imports?dryRun=true",
                        "text/csv",
                        "number,name,unit\nFD-1,Filtru,EA\n".getBytes(StandardCharsets.UTF_8)));
        own.put(
                "customer-imports",
                api.createOf(
                        Player.DANA,
                        "/v1/customer-imports?system=erp&dryRun=true",
                        "text/csv",
                        "externalId,name\nC-1,Panificație SRL\n".getBytes(StandardCharsets.UTF_8)));
        own.put("stock-receipts", office.receive(tudor.van(), filter, "1", "EA"));
        own.put("pieces", api.create(Player.STELA, "/v1/pieces", """
                {"partId": "%s", "locationId": "%s", "serial": "FLT-0001"}""".formatted(filter, tudor.van())));
        var gas = api.create(Player.STELA, "/v1/parts", """
                {"number": "GAS %s", "name": "Agent frigorific R-449A", "unit": "KGM", "serialised": false}""".formatted(filter));
        own.put("containers", api.create(Player.STELA, "/v1/containers", """
                {"partId": "%s", "locationId": "%s", "number": "CIL %s", "tare": {"amount": "12.5", "unit": "KGM"},
                 "capacity": {"amount": "10", "unit": "KGM"}}""".formatted(gas, tudor.van(), gas)));
        own.put("stock-transfers", api.create(Player.STELA, "/v1/stock-transfers", """
                {"fromLocationId": "%s", "toLocationId": "%s",
                 "lines": [{"partId": "%s", "quantity": {"amount": "1", "unit": "EA"}}]}""".formatted(
                        own.get("stockLocationId"), tudor.van(), filter)));
        own.put("stock-limits", api.create(Player.STELA, "/v1/stock-limits", """
                {"locationId": "%s", "partId": "%s", "fromLocationId": "%s", "minimum": "1", "maximum": "2"}""".formatted(
                        tudor.van(), filter, own.get("stockLocationId"))));
        own.put("stock-counts", api.create(Player.STELA, "/v1/stock-counts", """
                {"locationId": "%s", "partIds": ["%s"]}""".formatted(tudor.van(), filter)));
        List.of("part-prices", "labour-rates", "tax-rates")
                .forEach(prices -> own.put(prices, first(Player.ANA, "/v1/" + prices + "?limit=1")));
        own.putAll(new Books(api).costs(filter));
        own.putAll(new Bought(api).of(filter, own.get("stockLocationId")));
        own.put("supplier-returns", new Bought(api).draftedReturn(own.get("suppliers"), own.get("stock-receipts")));
        issued.put(
                "supplier-returns",
                new Bought(api).printedReturn(own.get("suppliers"), filter, own.get("stockLocationId")));
        issued.put(
                "purchase-orders", new Bought(api).printed(own.get("suppliers"), filter, own.get("stockLocationId")));
        return new Company(List.of(tudor), parts, open.territory());
    }

    private Job job(Technician technician, Instant from) {
        var scene = Scene.ordinary(api, whose -> Slot.of(from, Duration.ofHours(2)));
        return new Job(scene, company, technician);
    }

    private void tudorDoesHis(Job job) {
        job.play(Cycle.TO_THE_SITE).play(Cycle.RECORDS);
        own.put("photoId", photo(job));
        own.put("attachmentId", attachment(job));
        own.put("refrigerantId", refrigerant(job));
        job.play(Cycle.CLOSING);
        own.put("customers", job.customer().id());
        own.put("customerId", job.customer().id());
        own.put("contacts", job.customer().contact());
        own.put("service-locations", job.customer().location());
        own.put("assets", job.customer().asset());
        remember(own, job);
        report(own, job);
        own.put("ticketId", job.ticket());
        own.put("correlationId", job.ticket());
        own.put("orderId", job.order());
        own.put("invoices", api.awaitFirst(Player.ANA, "/v1/invoices?orderId=" + job.order()));
        own.put(
                "lineId",
                api.get(Player.ANA, "/v1/invoices/" + own.get("invoices")).text("/lines/0/id"));
        accountantMakes("tax-rules", OfficeForms.taxRule(job.customer().id()));
        accountantMakes("exchange-rates", OfficeForms.exchangeRate());
        accountantMakes("price-rules", OfficeForms.priceRule(job.customer().id()));
        own.put("review-rules", reviewRule(job.customer()));
        own.put("billing-cases", api.awaitFirst(Player.ANA, "/v1/billing-cases?ticketId=" + job.ticket()));
        agreed(job.customer());
    }

    /** For what is asked for from now on; it promises something and covers nothing. */
    private void agreed(Customer customer) {
        accountantMakes("contracts", OfficeForms.contract(customer.id()));
        api.post(Player.ANA, "/v1/contracts/" + own.get("contracts") + "/activate", "");
        accountantMakes("warranties", OfficeForms.warranty(customer.asset()));
        own.put(
                "maintenance-plans",
                api.create(
                        Player.DANA,
                        "/v1/maintenance-plans",
                        OfficeForms.maintenancePlan(
                                customer.id(), customer.contact(), customer.location(), customer.asset())));
    }

    /** What was issued is paid in part. */
    private void collected(Customer customer, String invoice) {
        own.put("receivables", invoice);
        accountantMakes("payments", OfficeForms.payment(customer.id()));
        accountantMakes("allocations", OfficeForms.allocation(invoice, own.get("payments")));
        accountantMakes("bank-statements", OfficeForms.bankStatement());
    }

    private void accountantMakes(String collection, String body) {
        own.put(collection, api.create(Player.ANA, "/v1/" + collection, body));
    }

    private void theCrewDoesOne(Customer customer) {
        var teodora = new Technician(Player.TEODORA, "Teodora Pop", "", false);
        var job = job(teodora, day.plus(3, ChronoUnit.HOURS)).of(customer).forCrew(crew);
        job.play(Cycle.TO_THE_SITE);
        var now = Instant.now();
        job.onSite("enters a second", "time-entries", JobForms.time("LABOUR", now.minusSeconds(1), now));
        job.play(List.of(new Approval())).play(Cycle.CLOSING);
        own.put("coverage-decisions", api.awaitFirst(Player.ANA, "/v1/coverage-decisions?ticketId=" + job.ticket()));
        var invoice = issued(job);
        own.put("credit-notes", creditNote(invoice));
        crewsDone.put("work-orders", job.order());
        report(crewsDone, job);
        isSent(invoice);
        collected(customer, invoice);
        own.put("journal-exports", new Books(api).exported());
    }

    /** Tudor's stays a draft. Prices that were set just now may still be followed. */
    private String issued(Job job) {
        var invoice = api.awaitFirst(Player.ANA, "/v1/invoices?orderId=" + job.order());
        await().until(() -> api.tryPost(Player.ANA, "/v1/invoices/" + invoice + "/issue", "")
                        .status()
                == 200);
        return invoice;
    }

    /** The draft of one; drafts reserve nothing, and another is issued. */
    private String creditNote(String issued) {
        var invoice = "/v1/invoices/" + issued;
        var draft = api.create(Player.ANA, invoice + "/credit-notes", JobForms.reason("Doar o probă"));
        credit(api.create(Player.ANA, invoice + "/credit-notes", JobForms.reason("Altă probă")));
        return draft;
    }

    /** Sent to the customer by itself. */
    private void credit(String note) {
        api.post(Player.ANA, "/v1/credit-notes/" + note + "/issue", "");
        var sent = api.await(
                Player.ANA,
                "/v1/credit-notes/" + note + "/deliveries",
                seen -> seen.text("/items/0/state").equals("HANDED_OVER"));
        credited.put("credit-notes", note);
        credited.put("deliveryId", sent.text("/items/0/id"));
    }

    /** As it was issued, and sent to whoever approves. */
    private void report(Map<String, String> as, Job job) {
        api.await(
                Player.DANA,
                job.path("reports"),
                seen -> seen.text("/items/0/state").equals("ISSUED"));
        as.put("reportId", api.awaitFirst(Player.DANA, job.path("reports")));
        var sent = api.await(
                Player.DANA,
                job.path("report-deliveries"),
                seen -> seen.text("/items/0/state").equals("HANDED_OVER"));
        as.put("deliveryId", sent.text("/items/0/id"));
    }

    /** To the customer, by itself. */
    private void isSent(String invoice) {
        var sent = api.await(
                Player.ANA,
                "/v1/invoices/" + invoice + "/deliveries",
                seen -> seen.text("/items/0/state").equals("HANDED_OVER"));
        issued.put("invoices", invoice);
        issued.put("deliveryId", sent.text("/items/0/id"));
        own.put("e-invoices", invoice);
    }

    /** One that decides no more. */
    private String reviewRule(Customer customer) {
        var rule = api.create(Player.ADMIN, "/v1/review-rules", OfficeForms.reviewRule(customer.id()));
        api.post(Player.ADMIN, "/v1/review-rules/" + rule + "/withdraw", JobForms.reason("Doar o probă"));
        return rule;
    }

    /** Teodora has no van, and takes more from a shelf than there is. */
    private void theCrewBegins(Customer customer) {
        var teodora = new Technician(Player.TEODORA, "Teodora Pop", "", false);
        var job = job(teodora, day.plus(6, ChronoUnit.HOURS)).of(customer).forCrew(crew);
        job.play(Cycle.TO_THE_SITE);
        job.onSite(
                "takes filters", "parts", JobForms.usageFrom(own.get("stockLocationId"), own.get("parts"), "3", "EA"));
        var now = Instant.now();
        job.onSite("enters a second", "time-entries", JobForms.time("LABOUR", now.minusSeconds(1), now));
        job.onSite("comments", "comments", JobForms.comment("Am luat trei filtre."));
        new Signature().play(job);
        crews.put("photoId", photo(job));
        crews.put("attachmentId", attachment(job));
        crews.put("refrigerantId", refrigerant(job));
        remember(crews, job);
        own.put("discrepancies", api.awaitFirst(Player.STELA, "/v1/discrepancies?partId=" + own.get("parts")));
    }

    /** With a small picture of it. */
    private String photo(Job job) {
        var photo = Evidence.photograph(job);
        api.await(
                job.technician().person(),
                job.path("photos/" + photo),
                seen -> seen.body().at("/hasThumbnail").asBoolean());
        return photo;
    }

    /** Heard of by those who have the job. */
    private String attachment(Job job) {
        var attachment = CallersPicture.attach(job);
        api.await(
                job.technician().person(),
                job.path("attachments"),
                seen -> seen.body().findValuesAsText("id").contains(attachment));
        return attachment;
    }

    private static String refrigerant(Job job) {
        return job.onSite("fills in refrigerant", "refrigerant", JobForms.refrigerantAdded("2.4"))
                .text("/entry/id");
    }

    /** A customer whose nothing is the other jobs'. */
    Customer stranger() {
        return Customer.registered(api);
    }

    private void remember(Map<String, String> as, Job job) {
        var card = api.read(Player.TUDOR, job.workOrder());
        as.put("tickets", job.ticket());
        as.put("service-orders", job.order());
        as.put("work-orders", job.order());
        as.put("appointments", card.text("/appointmentId"));
        as.put("usageId", card.text("/usages/0/id"));
        as.put("entryId", card.text("/timeEntries/0/id"));
        as.put("commentId", card.text("/comments/0/id"));
    }

    /** The crew is free again for whatever else is tested. */
    @Override
    public void close() {
        open = null;
        api.post(Player.TEODORA, "/v1/work-orders/" + crews.get("work-orders") + "/complete", JobForms.COMPLETE);
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

    /** The crew has none. */
    static boolean isOfVans(String path) {
        return path.contains("/stock-") || path.endsWith("/containers");
    }

    /** Ids by which a list shows that it holds this job, or this van. */
    List<String> traces(Who whose, String path) {
        var job = whose == Who.CREW ? crews : own;
        return isOfVans(path)
                ? List.of(own.get("stock-locations"))
                : List.of(job.get("work-orders"), job.get("appointments"));
    }

    /** The address of what exists. */
    String path(Operation operation, String service, Who who) {
        return operation.path().equals(BY_LINK)
                ? link(who)
                : filled(operation, service, (collection, name) -> {
                    var job = isOfWhatIsIssued(operation)
                            ? operation.path().startsWith("/v1/credit-notes") ? credited : issued
                            : who == Who.CREW ? ofTheCrew(operation) : own;
                    var known = name.equals("id") ? collection : name;
                    return job.getOrDefault(
                            known, own.getOrDefault(known, UUID.randomUUID().toString()));
                });
    }

    private Map<String, String> ofTheCrew(Operation operation) {
        return operation.path().matches(".*\\{(reportId|deliveryId)}.*") ? crewsDone : crews;
    }

    private static boolean isOfWhatIsIssued(Operation operation) {
        return operation
                .path()
                .matches(
                        "/v1/(invoices|credit-notes)/\\{id}/(xml|pdf|send|deliveries.*)|/v1/(purchase-orders|supplier-returns)/\\{id}/pdf");
    }

    /** The address of what does not. */
    String nowhere(Operation operation, String service) {
        return operation.path().equals(BY_LINK)
                ? link(Who.TECHNICIAN)
                        .replace(own.get("attachmentId"), UUID.randomUUID().toString())
                : filled(
                        operation,
                        service,
                        (collection, name) -> UUID.randomUUID().toString());
    }

    /** As it is made for whoever sees the job; who does not has got hold of Tudor's. */
    private String link(Who who) {
        var reader = switch (who) {
            case DISPATCHER -> Player.DANA;
            case SUPERVISOR -> Player.SORIN;
            case ADMIN -> Player.ADMIN;
            case CREW -> Player.TEODORA;
            case TECHNICIAN, STOREKEEPER, BUYER, ACCOUNTANT, OTHER -> Player.TUDOR;
        };
        var job = who == Who.CREW ? crews : own;
        return api.read(reader, "/v1/work-orders/" + job.get("work-orders") + "/attachments")
                .text("/items/0/href");
    }

    private static String filled(Operation operation, String service, BinaryOperator<String> id) {
        return PLACEHOLDER.matcher(operation.path()).replaceAll(found -> {
            var collection = operation.path().split("/")[2];
            return switch (found.group(1)) {
                case "service" -> service;
                case "purpose" -> MAILS.get(service);
                case "language" -> "en";
                default -> id.apply(collection, found.group(1));
            };
        });
    }
}
