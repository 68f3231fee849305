package dev.fieldservice.bench.requests;

import dev.fieldservice.bench.cycle.BusyCompany;
import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.stack.LastingLoad;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Transport;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.cycle.Evidence;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.forms.JobForms;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A command costs the same however much stands on the job: a comment on one with 200 photos and 100 parts against one on which there
 * is nothing but comments. Of the long one a report is printed besides, which has to fit into the heap that the service runs with.
 */
public final class LongJob implements Figure {

    private static final int PHOTOS = 200;
    private static final int PARTS = 100;
    private static final int READERS = 10;
    private static final Transport HTTP = new Client();
    private static final Duration PRINTING = Duration.ofSeconds(20);

    /** A job takes a thousand entries; here it takes as many as are sent. */
    private static final String WITHOUT_END = "update work_order set entries = -1000000000 where id = '%s'";

    private static final String SMALL_PICTURES = "select count(*) from errand where kind = 'PHOTO_THUMBNAIL'";

    @Override
    public String id() {
        return "P11";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.allOf(Service.class);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        var company = BusyCompany.open(stack, "p11", 2);
        var technicians = company.company().technicians();
        var empty = begin(stack, company, technicians.getFirst());
        var full = begin(stack, company, technicians.getLast());
        fill(stack, company, full);
        var onEmpty = comment(company, empty);
        var onFull = comment(company, full);
        var _ = stack.load(1, effort.warmUp().dividedBy(2), onFull);
        var _ = stack.load(1, effort.warmUp().dividedBy(2), onEmpty);
        var compared = Comparison.ofTimes(
                effort.pairs(),
                () -> stack.millis(onEmpty, effort.window()),
                () -> stack.millis(onFull, effort.window()));
        var againstEmpty = Finding.atMost(
                1.10,
                "a comment on a job with %d photos and %d parts against an empty one".formatted(PHOTOS, PARTS),
                compared,
                Finding.format("%.2f ms against %.2f ms", compared.medianOurs(), compared.medianBound()),
                report(stack, company, full));
        return List.of(againstEmpty, whileReportsArePrinted(stack, effort, company, full, onEmpty));
    }

    /** Reports are printed one at a time: who gives commands shares the processors with one of them, not with ten. */
    private static Finding whileReportsArePrinted(
            Stack stack, Effort effort, BusyCompany company, Job full, Call comment) {
        var readers = stack.people("p11-readers", READERS, Role.SUPERVISOR).iterator();
        var compared = Comparison.ofTimes();
        var drafts = Stream.generate(() -> draft(company, full, readers.next()))
                .limit(READERS)
                .toList();
        double printed = 0;
        for (int pair = 0; pair < effort.pairs(); pair++) {
            double quiet = stack.millis(comment, effort.window());
            var next = new AtomicInteger();
            var each = ThreadLocal.withInitial(() -> drafts.get(next.getAndIncrement()));
            try (var reading = new LastingLoad(
                    READERS, Duration.ZERO, () -> HTTP.send(each.get()).isOk())) {
                printed = reading.rate(effort.window().dividedBy(2));
                compared.add(quiet, stack.millis(comment, effort.window()), 0);
            }
        }
        return Finding.atMost(
                2.00,
                "a comment while %d people have the report of the long job printed, again and again, against a quiet one"
                        .formatted(READERS),
                compared,
                Finding.format("%.2f ms against %.2f ms", compared.medianOurs(), compared.medianBound()),
                Finding.format("%.1f reports a second", printed));
    }

    private static Call draft(BusyCompany company, Job job, Player reader) {
        return company.api().call("GET", reader, job.path("report")).with("Accept", "application/pdf");
    }

    private static Job begin(Stack stack, BusyCompany company, Technician technician) {
        var job = company.begin(technician);
        stack.databases().execute("workorder", WITHOUT_END.formatted(job.order()));
        return job;
    }

    private static void fill(Stack stack, BusyCompany company, Job job) {
        IntStream.range(0, PHOTOS).forEach(photo -> Evidence.photograph(job));
        IntStream.range(0, PARTS)
                .forEach(part -> job.onSite("uses a part", "parts", JobForms.usage(company.part(), "1", "EA")));
        stack.databases().await("workorder", SMALL_PICTURES, left -> left == 0);
    }

    private static Call comment(BusyCompany company, Job job) {
        return company.api()
                .command(
                        job.technician().person(),
                        job.path("comments"),
                        "each its own",
                        JobForms.comment("Probă de etanșeitate în regulă."));
    }

    /** By the packaged service in its ordinary heap, one after the other. */
    private static String report(Stack stack, BusyCompany company, Job job) {
        var draft = draft(company, job, job.technician().person());
        return Finding.format("a draft of its report takes %.1f s", stack.millis(draft, PRINTING) / 1000);
    }
}
