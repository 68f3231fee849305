package dev.fieldservice.bench.cycle;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.demo.Forms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One case, from the phone call to the closed ticket, step by step as people go through it. */
public final class Job {

    private static final Duration VISIT = Duration.ofMinutes(15);

    /** No two visits of one run overlap. */
    private static final AtomicInteger VISITS = new AtomicInteger();

    private final Company company;
    private final Player technician;
    private final String ticket;
    private final String order;

    private Job(Company company, Player technician, String ticket, String order) {
        this.company = company;
        this.technician = technician;
        this.ticket = ticket;
        this.order = order;
    }

    /** The whole of it. */
    public static void play(Company company, Player technician) {
        var job = begin(company, technician);
        job.partUsed();
        job.paperwork();
        job.closing();
    }

    /** Recorded, planned, and the technician is at work. */
    public static Job begin(Company company, Player technician) {
        var api = company.api();
        var ticket = api.create(Player.DANA, "/v1/tickets", company.customer().ticket());
        var order = api.awaitFirst(Player.DANA, "/v1/service-orders?ticketId=" + ticket);
        var start = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(VISIT.multipliedBy(VISITS.getAndIncrement()));
        var assignment = Forms.assignment(technician, start, start.plus(VISIT));
        api.post(Player.DANA, "/v1/service-orders/" + order + "/assign", assignment);
        var job = new Job(company, technician, ticket, order);
        api.await(technician, job.path(""), Answer::isOk);
        job.command("/accept", "{}");
        job.command("/travel", "{}");
        job.command("/arrive", "{}");
        job.command("/start", Forms.START);
        return job;
    }

    public String order() {
        return order;
    }

    public Player technician() {
        return technician;
    }

    /** The address of the work order, or of what belongs to it. */
    public String path(String rest) {
        return "/v1/work-orders/" + order + rest;
    }

    public void partUsed() {
        command("/parts", Forms.usage(company.part(), "1", "EA", ""));
    }

    public void paperwork() {
        command("/comments", Forms.comment("Ventilul de expansiune era fisurat; înlocuit, probă de etanșeitate."));
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var arrived = now.minus(110, ChronoUnit.MINUTES);
        command("/time-entries", Forms.time("TRAVEL", arrived.minus(40, ChronoUnit.MINUTES), arrived));
        command("/time-entries", Forms.time("LABOUR", arrived, now.minus(5, ChronoUnit.MINUTES)));
        var api = company.api();
        var etag = api.read(technician, path("")).etag();
        api.put(technician, path("/approver"), etag, Forms.approver("maria@cotroceni.example"));
        var shown = api.read(technician, path("/signing-content")).text("/contentHash");
        command("/signature", Forms.signature(shown));
    }

    private void closing() {
        command("/complete", Forms.COMPLETE);
        var api = company.api();
        api.post(Player.SORIN, path("/approve"), "{}");
        var invoice = api.awaitFirst(Player.ANA, "/v1/invoices?orderId=" + order);
        api.post(Player.ANA, "/v1/invoices/" + invoice + "/issue", "");
        api.await(
                Player.DANA,
                "/v1/tickets/" + ticket,
                found -> found.text("/state").equals("CLOSED"));
    }

    private void command(String rest, String body) {
        company.api().post(technician, path(rest), body);
    }
}
