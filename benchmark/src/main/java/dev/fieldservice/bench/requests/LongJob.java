package dev.fieldservice.bench.requests;

import dev.fieldservice.bench.cycle.BusyCompany;
import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.cycle.Evidence;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.forms.JobForms;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A command costs the same however much stands on the job: a comment on one with 200 photos and 100 parts against one on which there
 * is nothing but comments. Of the long one a report is printed besides, which has to fit into the heap that the service runs with.
 */
public final class LongJob implements Figure {

    private static final int PHOTOS = 200;
    private static final int PARTS = 100;
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
        return List.of(Finding.atMost(
                1.10,
                "a comment on a job with %d photos and %d parts against an empty one".formatted(PHOTOS, PARTS),
                compared,
                Finding.format("%.2f ms against %.2f ms", compared.medianOurs(), compared.medianBound()),
                report(stack, company, full)));
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
        var draft = company.api()
                .call("GET", job.technician().person(), job.path("report"))
                .with("Accept", "application/pdf");
        return Finding.format("a draft of its report takes %.1f s", stack.millis(draft, PRINTING) / 1000);
    }
}
