package dev.fieldservice.workorder.reports;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Outside;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.company.KnownCompany;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The job that prints a report in the company's first language, and issues it. Whoever repeats it prints it anew; it is issued once. */
@ApplicationScoped
public class ReportPrinting implements Outside<ReportPrinting.Content, ReportPrinting.Order, ReportFile> {

    private static final Policy POLICY =
            new Policy(1, Duration.ofMinutes(3), Duration.ofSeconds(5), 12, Policy.Repetition.NONE);

    public record Content(UUID reportId) {}

    /** What is to be printed. */
    public record Order(Material material, ReportLanguage language) {}

    private final ReportFiles files;
    private final ReportDeliveries deliveries;

    ReportPrinting(ReportFiles files, ReportDeliveries deliveries) {
        this.files = files;
        this.deliveries = deliveries;
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Policy policy() {
        return POLICY;
    }

    @Override
    public Uni<Optional<Order>> prepare(Tx tx, Errand<Content> errand) {
        return tx.session()
                .find(ServiceReport.class, errand.content().reportId())
                .chain(report -> report.isIssued()
                        ? Uni.createFrom().item(Optional.empty())
                        : order(tx, report).map(Optional::of));
    }

    private Uni<Order> order(Tx tx, ServiceReport report) {
        return KnownCompany.read(tx.session())
                .map(company -> ReportLanguage.first(company.languages()))
                .chain(language -> files.material(tx.session(), report).map(material -> new Order(material, language)));
    }

    @Override
    public Uni<ReportFile> act(Order order) {
        return files.print(order.material(), order.language());
    }

    @Override
    public Uni<Next> record(Tx tx, Errand<Content> errand, ReportFile made) {
        return tx.load(ServiceReport.class, errand.content().reportId())
                .chain(report -> report.isIssued() ? Uni.createFrom().voidItem() : issue(tx, report, made))
                .replaceWith(Next::done);
    }

    private Uni<Void> issue(Tx tx, ServiceReport report, ReportFile made) {
        return files.claim(tx, report, made)
                .invoke(() -> report.issue(made, tx.by()))
                .chain(() -> replace(tx, report))
                .chain(() -> deliveries.sendIssued(tx, report));
    }

    @Override
    public Uni<Void> gaveUp(Tx tx, Errand<Content> errand, String why) {
        return tx.load(ServiceReport.class, errand.content().reportId())
                .invoke(report -> report.couldNotBeMade(why, tx.by()))
                .chain(() -> Outside.super.gaveUp(tx, errand, why));
    }

    private static Uni<Void> replace(Tx tx, ServiceReport report) {
        return report.replaces == null
                ? Uni.createFrom().voidItem()
                : tx.load(ServiceReport.class, report.replaces)
                        .invoke(before -> before.replacedBy(report, tx.by()))
                        .replaceWithVoid();
    }
}
