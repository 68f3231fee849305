package dev.fieldservice.workorder.reports;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.papers.Press;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The PDFs of reports. One is printed when the report is issued; in another language when somebody wants it first, of the same facts,
 * and kept from then on.
 */
@ApplicationScoped
class ReportFiles {

    private final UnitOfWork unit;
    private final Files files;
    private final Press press;
    private final ReportPapers papers;
    private final ReportsConfig config;

    ReportFiles(UnitOfWork unit, Files files, Press press, ReportPapers papers, ReportsConfig config) {
        this.unit = unit;
        this.files = files;
        this.press = press;
        this.papers = papers;
        this.config = config;
    }

    /** Of a report that is issued; for whoever waits. */
    Uni<ReportFile> in(ReportLanguage language, UUID reportId, By by) {
        return unit.read(session -> session.find(ServiceReport.class, reportId)
                        .chain(report -> report.file(language)
                                .map(file -> Uni.createFrom().item(Optional.<Material>empty()))
                                .orElseGet(() -> material(session, report).map(Optional::of))))
                .chain(missing -> missing.isEmpty()
                        ? kept(language, reportId)
                        : press.awaited(reportId, () -> print(missing.get(), language))
                                .chain(file -> unit.run(by, tx -> keep(tx, language, reportId, file))));
    }

    private Uni<ReportFile> kept(ReportLanguage language, UUID reportId) {
        return unit.read(session -> session.find(ServiceReport.class, reportId))
                .map(report -> report.file(language).orElseThrow());
    }

    /** Of two who print the same at once, the first is kept. */
    private Uni<ReportFile> keep(Tx tx, ReportLanguage language, UUID reportId, ReportFile file) {
        return tx.load(ServiceReport.class, reportId)
                .chain(report -> report.file(language)
                        .map(there -> Uni.createFrom().item(there))
                        .orElseGet(() -> claim(tx, report, file)
                                .invoke(() -> report.add(file, tx.by()))
                                .replaceWith(file)));
    }

    Uni<Void> claim(Tx tx, ServiceReport report, ReportFile file) {
        return files.claim(tx, file.sha256(), report.id());
    }

    /** What a report is printed of. */
    Uni<Material> material(Mutiny.Session session, ServiceReport report) {
        return before(session, report)
                .map(before -> new Edition(
                        report.number(),
                        report.madeAt,
                        report.factsHash,
                        VerificationResource.address(config, report.code),
                        before.map(one -> new Edition.Before(one.number(), one.madeAt))))
                .chain(edition -> Material.of(session, report.workOrderId, report.facts, Optional.of(edition)));
    }

    private static Uni<Optional<ServiceReport>> before(Mutiny.Session session, ServiceReport report) {
        return report.replaces == null
                ? Uni.createFrom().item(Optional.empty())
                : session.find(ServiceReport.class, report.replaces).map(Optional::of);
    }

    /** Stored, and claimed by nobody yet. */
    Uni<ReportFile> print(Material material, ReportLanguage language) {
        return papers.pictures(material)
                .chain(pictures ->
                        files.store(file -> press.print(() -> papers.paper(material, pictures, language), file)))
                .map(stored -> new ReportFile(language.tag(), stored.sha256(), stored.size()));
    }
}
