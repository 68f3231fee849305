package dev.fieldservice.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The whole cycle on one case: a supermarket calls, a chiller leaks refrigerant; at the end its invoice is issued and the
 * ticket is closed. Everything through the gateway, each step by the person whose job it is.
 */
public final class Cycle {

    private static final Duration EVENT = Duration.ofSeconds(10);
    private static final Duration STOCK = Duration.ofSeconds(1);
    /** A picture of 1 × 1 pixel stands for what the customer draws on the screen. */
    private static final String SIGNATURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Api api;
    private final Story story;
    private final Company company;
    private final Mailbox mailbox;
    private final String mail = "maria." + UUID.randomUUID().toString().substring(0, 8) + "@cotroceni.example";

    private String customer = "";
    private String contact = "";
    private String location = "";
    private String asset = "";
    private String ticket = "";
    private String order = "";
    private String appointment = "";
    private String invoice = "";

    public Cycle(Api api, Story story, Company company, Mailbox mailbox) {
        this.api = api;
        this.story = story;
        this.company = company;
        this.mailbox = mailbox;
    }

    public String ticket() {
        return ticket;
    }

    public String order() {
        return order;
    }

    public String invoice() {
        return invoice;
    }

    /** Where the delay was announced to. */
    public String contactMail() {
        return mail;
    }

    public void play() {
        theCall();
        planning();
        theDayOfTheTechnician();
        onSite();
        partsFromTheVan();
        paperwork();
        review();
        theInvoice();
        theTimeline();
    }

    private void theCall() {
        story.chapter("A supermarket calls");
        Map<String, String> address = Map.of(
                "street",
                "Bulevardul Timișoara 26",
                "city",
                "București",
                "region",
                "RO-B",
                "postalCode",
                "061344",
                "countryCode",
                "RO");
        customer = create(
                Player.DANA,
                "registers the customer",
                "/v1/customers",
                Map.of(
                        "name",
                        "Supermarket Cotroceni SRL",
                        "taxId",
                        "RO12345674",
                        "email",
                        mail,
                        "billingAddress",
                        address));
        contact = create(
                Player.DANA,
                "and Maria Ionescu, who calls",
                "/v1/contacts",
                Map.of("customerId", customer, "name", "Maria Ionescu", "phone", "+40 722 555 010", "email", mail));
        location = create(
                Player.DANA,
                "where the shop is",
                "/v1/service-locations",
                Map.of(
                        "customerId",
                        customer,
                        "name",
                        "Magazin Cotroceni",
                        "address",
                        address,
                        "position",
                        Map.of("latitude", 44.4269, "longitude", 26.0346),
                        "timeZone",
                        "Europe/Bucharest",
                        "accessNotes",
                        "Rampa de marfă, intrarea din spate"));
        asset = create(
                Player.DANA,
                "and the chiller with its serial number",
                "/v1/assets",
                Map.of(
                        "customerId",
                        customer,
                        "locationId",
                        location,
                        "name",
                        "Chiller lactate 1",
                        "manufacturer",
                        "Frigomont",
                        "model",
                        "FX-40",
                        "serialNumber",
                        "FX40-" + UUID.randomUUID()));
        ticket = create(
                Player.DANA,
                "records the call as a ticket: PHONE, REPAIR, URGENT",
                "/v1/tickets",
                Map.of(
                        "channel",
                        "PHONE",
                        "customerId",
                        customer,
                        "contactId",
                        contact,
                        "locationId",
                        location,
                        "assetId",
                        asset,
                        "serviceType",
                        "REPAIR",
                        "priority",
                        "URGENT",
                        "summary",
                        "Chillerul de lactate pierde agent frigorific",
                        "instructions",
                        "Alarmă de presiune joasă. Marfa a fost mutată.",
                        "requiredSkills",
                        List.of("refrigeration")));
        order = story.follows(
                "dispatch-service",
                "ticket-created",
                "a service order appears by itself",
                () -> api.await(
                                Player.DANA,
                                "/v1/service-orders?ticketId=" + ticket,
                                r -> r.body().at("/items/0/id").isTextual(),
                                EVENT)
                        .text("/items/0/id"));
        story.follows(
                "ticket-service",
                "order-created",
                "the ticket is IN_PROGRESS",
                () -> awaitState(Player.DANA, "/v1/tickets/" + ticket, "IN_PROGRESS"));
    }

    private void planning() {
        story.chapter("Dispatch plans");
        Api.Reply near = story.does(
                Player.TEODORA,
                "looks for open orders within 10 km of where she is",
                () -> api.get(
                        Player.TEODORA,
                        "/v1/service-orders?state=UNSCHEDULED&near=44.43,26.05&radiusMetres=10000&limit=200"));
        story.holds(contains(near.body(), order), "the order is among the open ones near her");
        Api.Reply area = story.does(
                Player.DANA,
                "looks for the open orders of " + Company.AREA_NAME,
                () -> api.get(
                        Player.DANA,
                        "/v1/service-orders?state=UNSCHEDULED&territoryId=" + company.territory() + "&limit=200"));
        story.holds(contains(area.body(), order), "the order lies in the territory");
        Map<String, String> window = new FreeSlot(api).of(Player.TUDOR);
        story.does(
                Player.DANA,
                "assigns Tudor, " + window.get("start") + " for two hours",
                () -> api.post(
                        Player.DANA,
                        "/v1/service-orders/" + order + "/assign",
                        Map.of("technicianIds", List.of(Player.TUDOR.id()), "window", window)));
        Api.Reply job = story.follows(
                "workorder-service",
                "order-assigned",
                "the job is on Tudor's phone",
                () -> api.await(Player.TUDOR, "/v1/work-orders/" + order, Api.Reply::isOk, EVENT));
        story.holds(job.body().toString().contains("Maria Ionescu"), "it names the person to meet and her phone");
        story.holds(job.body().toString().contains("geo:44.4269,26.0346"), "one tap opens the map, and directions");
        appointment = job.text("/appointmentId");
    }

    private void theDayOfTheTechnician() {
        story.chapter("The technician's day");
        String from = Instant.now()
                .minus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String to = Instant.now()
                .plus(14, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Api.Reply calendar = story.does(
                Player.TUDOR,
                "opens the service calendar",
                () -> api.get(Player.TUDOR, "/v1/calendar?from=" + from + "&to=" + to));
        story.holds(
                calendar.body().toString().contains(order), "the visit stands in it with all that dispatch entered");
        String eta = Instant.now()
                .plus(95, ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        story.does(
                Player.TUDOR,
                "is late: one tap tells the customer",
                () -> api.post(
                        Player.TUDOR,
                        "/v1/appointments/" + appointment + "/delay",
                        Map.of("expectedArrival", eta, "reason", "Trafic pe Splai")));
        Mailbox.Mail notice =
                story.follows("dispatch-service", "SMTP", "Maria has a mail with the new time", this::awaitMail);
        story.line("         \"" + notice.subject() + "\"");
        command(Player.TUDOR, "accepts", "accept", Map.of());
        command(Player.TUDOR, "sets off", "travel", Map.of());
    }

    private void onSite() {
        story.chapter("On site");
        command(Player.TUDOR, "arrives", "arrive", Map.of());
        Map<String, Object> fix = Map.of("latitude", 44.42712, "longitude", 26.03481, "accuracyMetres", 8);
        command(
                Player.TUDOR,
                "starts; the phone gives its GPS position, accurate to 8 m",
                "start",
                Map.of("position", fix));
        story.follows(
                "dispatch-service",
                "visit-progressed",
                "the order is IN_PROGRESS",
                () -> awaitState(Player.DANA, "/v1/service-orders/" + order, "IN_PROGRESS"));
    }

    private void partsFromTheVan() {
        story.chapter("Parts from the van");
        command(
                Player.TUDOR,
                "replaces the valve: serial out, serial in",
                "parts",
                Map.of(
                        "partId",
                        company.valve(),
                        "quantity",
                        Map.of("amount", "1", "unit", "EA"),
                        "removedSerial",
                        "TXV-2021-0017",
                        "installedSerial",
                        "TXV-2026-" + UUID.randomUUID().toString().substring(0, 6)));
        story.follows(
                "inventory-service",
                "parts-consumed",
                "1 valve left in the van",
                () -> awaitStock(company.valve(), "1"));
        command(
                Player.TUDOR,
                "refills 2.5 kg of refrigerant",
                "parts",
                Map.of("partId", company.refrigerant(), "quantity", Map.of("amount", "2.5", "unit", "KGM")));
        story.follows(
                "inventory-service",
                "parts-consumed",
                "7.5 kg left in the van",
                () -> awaitStock(company.refrigerant(), "7.5"));
    }

    private void paperwork() {
        story.chapter("Before he leaves");
        command(
                Player.TUDOR,
                "comments on what he found",
                "comments",
                Map.of("text", "Ventilul de expansiune era fisurat; înlocuit, probă de etanșeitate 24 bar."));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        command(
                Player.TUDOR,
                "enters 40 minutes of travel",
                "time-entries",
                Map.of(
                        "kind", "TRAVEL",
                        "startedAt", now.minus(150, ChronoUnit.MINUTES).toString(),
                        "endedAt", now.minus(110, ChronoUnit.MINUTES).toString()));
        command(
                Player.TUDOR,
                "and 1 h 45 min of labour",
                "time-entries",
                Map.of(
                        "kind", "LABOUR",
                        "startedAt", now.minus(110, ChronoUnit.MINUTES).toString(),
                        "endedAt", now.minus(5, ChronoUnit.MINUTES).toString()));
        String etag = api.get(Player.TUDOR, "/v1/work-orders/" + order).etag();
        story.does(
                Player.TUDOR,
                "enters who approves at the customer's",
                () -> api.put(
                        Player.TUDOR,
                        "/v1/work-orders/" + order + "/approver",
                        etag,
                        Map.of(
                                "name",
                                "Maria Ionescu",
                                "role",
                                "Manager magazin",
                                "email",
                                mail,
                                "billingNotes",
                                "Comanda 4471")));
        sign();
        command(Player.TUDOR, "completes the work", "complete", Map.of("outcome", "COMPLETE"));
        Api.Reply next = story.does(
                Player.TUDOR, "asks for the next job", () -> api.tryPost(Player.TUDOR, "/v1/my-day/next", null));
        story.line("         " + next.status() + " " + brief(next.body()));
    }

    private void sign() {
        Api.Reply shown = story.does(
                Player.TUDOR,
                "shows Maria what she is to sign",
                () -> api.get(Player.TUDOR, "/v1/work-orders/" + order + "/signing-content"));
        String hash = shown.text("/contentHash");
        Api.Reply signed = command(
                Player.TUDOR,
                "Maria signs on the screen",
                "signature",
                Map.of("outcome", "SIGNED", "contentHash", hash, "signerName", "Maria Ionescu", "image", SIGNATURE));
        story.holds(
                signed.body().at("/signature/valid").asBoolean(),
                "the signature is bound to content " + hash.substring(0, 12) + "…");
    }

    private void review() {
        story.chapter("Somebody else examines it");
        command(
                Player.SORIN,
                "sends it back: the leak test must be described",
                "send-back",
                Map.of("reason", "Descrieți proba de etanșeitate."));
        command(
                Player.TUDOR,
                "describes it",
                "comments",
                Map.of("text", "24 bar azot, 30 minute, fără cădere de presiune."));
        sign();
        command(Player.TUDOR, "completes again", "complete", Map.of("outcome", "COMPLETE"));
        command(Player.SORIN, "approves: the job is officially closed", "approve", Map.of());
        story.follows(
                "ticket-service",
                "job-closed",
                "the ticket is RESOLVED",
                () -> awaitState(Player.DANA, "/v1/tickets/" + ticket, "RESOLVED"));
        Api.Reply ended =
                story.does(Player.TUDOR, "ends the day", () -> api.tryPost(Player.TUDOR, "/v1/my-day/end", null));
        story.line("         " + ended.status() + " " + brief(ended.body()));
    }

    private void theInvoice() {
        story.chapter("Finance");
        invoice = story.follows(
                "billing-service",
                "job-closed",
                "exactly one invoice draft, priced",
                () -> api.await(
                                Player.ANA,
                                "/v1/invoices?orderId=" + order,
                                r -> r.body().at("/items/0/id").isTextual(),
                                EVENT)
                        .text("/items/0/id"));
        Api.Reply issued = story.does(
                Player.ANA, "issues it", () -> api.post(Player.ANA, "/v1/invoices/" + invoice + "/issue", null));
        new InvoicePrint(story).print(issued.body());
        story.follows(
                "ticket-service",
                "invoice-issued",
                "the ticket is CLOSED",
                () -> awaitState(Player.DANA, "/v1/tickets/" + ticket, "CLOSED"));
    }

    private void theTimeline() {
        Api.Reply timeline = api.get(Player.SORIN, "/v1/tickets/" + ticket + "/timeline");
        story.chapter("One timeline");
        timeline.body()
                .at("/items")
                .forEach(step -> story.line("  %-24s %-18s %-20s %-24s %s"
                        .formatted(
                                step.at("/recordedAt").asText().replaceAll("(\\.\\d{3})\\d*Z$", "$1Z"),
                                step.at("/service").asText(),
                                step.at("/actorName").asText(),
                                step.at("/action").asText(),
                                step.at("/reason").asText())));
        for (String service : List.of(
                "ticket-service", "dispatch-service", "workorder-service", "inventory-service", "billing-service")) {
            story.holds(
                    timeline.body().at("/items").findValuesAsText("service").contains(service),
                    service + " stands in it");
        }
    }

    private String create(Player who, String what, String path, Map<String, Object> body) {
        return story.does(who, what, () -> api.post(who, path, body).text("/id"));
    }

    @CanIgnoreReturnValue
    private Api.Reply command(Player who, String what, String command, Map<String, Object> body) {
        return story.does(
                who, what, () -> api.post(who, "/v1/work-orders/" + order + "/" + command, new HashMap<>(body)));
    }

    private Api.Reply awaitState(Player who, String path, String state) {
        return api.await(who, path, r -> r.text("/state").equals(state), EVENT);
    }

    private Api.Reply awaitStock(String part, String amount) {
        String path = "/v1/stock-levels?partId=" + part + "&locationId=" + company.van();
        return api.await(Player.STELA, path, r -> isAmount(r.text("/items/0/onHand/amount"), amount), STOCK);
    }

    private static boolean isAmount(String text, String wanted) {
        return !text.isEmpty() && new BigDecimal(text).compareTo(new BigDecimal(wanted)) == 0;
    }

    private Mailbox.Mail awaitMail() {
        long end = System.nanoTime() + EVENT.toNanos();
        while (System.nanoTime() < end) {
            List<Mailbox.Mail> mails = mailbox.of(mail);
            if (!mails.isEmpty()) {
                return mails.getFirst();
            }
        }
        throw new Api.CallFailed("no mail arrived for " + mail);
    }

    private static boolean contains(JsonNode list, String id) {
        return list.at("/items").findValuesAsText("id").contains(id);
    }

    private static String brief(JsonNode body) {
        String text = body.toString();
        return text.substring(0, Math.min(text.length(), 160));
    }
}
