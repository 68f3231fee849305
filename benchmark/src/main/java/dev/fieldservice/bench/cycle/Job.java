package dev.fieldservice.bench.cycle;

import dev.fieldservice.bench.stack.Http;
import dev.fieldservice.bench.stack.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One case, from the phone call to the closed ticket, step by step as people go through it. */
public final class Job {

    private static final Duration VISIT = Duration.ofMinutes(15);

    /** No two visits of one run overlap. */
    private static final AtomicInteger VISITS = new AtomicInteger();

    /** A picture of 1 × 1 pixel stands for what the customer draws on the screen. */
    private static final String SIGNATURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Company company;
    private final Person technician;
    private final String ticket;
    private final String order;

    private Job(Company company, Person technician, String ticket, String order) {
        this.company = company;
        this.technician = technician;
        this.ticket = ticket;
        this.order = order;
    }

    /** The whole of it. */
    public static void play(Company company, Person technician) {
        var job = begin(company, technician);
        job.partUsed();
        job.paperwork();
        job.closing();
    }

    /** Recorded, planned, and the technician is at work. */
    public static Job begin(Company company, Person technician) {
        var api = company.api();
        var ticket = api.create(company.dana(), "/v1/tickets", Company.ticket(company.customer()));
        var order = api.await(
                        company.dana(),
                        "/v1/service-orders?ticketId=" + ticket,
                        found -> found.json().at("/items/0/id").isTextual())
                .text("/items/0/id");
        var start = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(VISIT.multipliedBy(VISITS.getAndIncrement()));
        var _ = api.post(company.dana(), "/v1/service-orders/" + order + "/assign", """
                {"technicianIds": ["%s"], "window": {"start": "%s", "end": "%s"}}""".formatted(
                        technician.id(), start, start.plus(VISIT)));
        var job = new Job(company, technician, ticket, order);
        var _ = api.await(technician, job.path(""), Http.Reply::isOk);
        job.command("/accept", "{}");
        job.command("/travel", "{}");
        job.command("/arrive", "{}");
        job.command("/start", """
                {"position": {"latitude": 44.42712, "longitude": 26.03481, "accuracyMetres": 8}}""");
        return job;
    }

    public String order() {
        return order;
    }

    public Person technician() {
        return technician;
    }

    /** The address of the work order, or of what belongs to it. */
    public String path(String rest) {
        return "/v1/work-orders/" + order + rest;
    }

    public void partUsed() {
        command("/parts", """
                {"partId": "%s", "quantity": {"amount": "1", "unit": "EA"}}""".formatted(company.part()));
    }

    public void paperwork() {
        command("/comments", """
                {"text": "Ventilul de expansiune era fisurat; înlocuit, probă de etanșeitate."}""");
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        time("TRAVEL", now.minus(150, ChronoUnit.MINUTES), now.minus(110, ChronoUnit.MINUTES));
        time("LABOUR", now.minus(110, ChronoUnit.MINUTES), now.minus(5, ChronoUnit.MINUTES));
        var api = company.api();
        var etag = api.get(technician, path("")).required("reading the job").etag();
        var _ = api.put(technician, path("/approver"), etag, """
                {"name": "Maria Ionescu", "role": "Manager magazin", "email": "maria@cotroceni.example"}""");
        var hash = api.get(technician, path("/signing-content"))
                .required("reading what is signed")
                .text("/contentHash");
        command("/signature", """
                {"outcome": "SIGNED", "contentHash": "%s", "signerName": "Maria Ionescu", "image": "%s"}""".formatted(hash, SIGNATURE));
    }

    private void time(String kind, Instant from, Instant to) {
        command("/time-entries", """
                {"kind": "%s", "startedAt": "%s", "endedAt": "%s"}""".formatted(kind, from, to));
    }

    private void closing() {
        command("/complete", "{\"outcome\": \"COMPLETE\"}");
        var api = company.api();
        var _ = api.post(company.sorin(), path("/approve"), "{}");
        var invoice = api.await(
                        company.ana(),
                        "/v1/invoices?orderId=" + order,
                        found -> found.json().at("/items/0/id").isTextual())
                .text("/items/0/id");
        var _ = api.post(company.ana(), "/v1/invoices/" + invoice + "/issue", "");
        var _ = api.await(
                company.dana(),
                "/v1/tickets/" + ticket,
                found -> found.text("/state").equals("CLOSED"));
    }

    private void command(String rest, String body) {
        var _ = company.api().post(technician, path(rest), body);
    }
}
