package dev.fieldservice.workorder.reports;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.mail.Attachment;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.mail.MailPurpose;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.company.KnownCompany;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The mail with which a report goes to somebody. */
@ApplicationScoped
public class ReportMail implements MailKind<ReportMail.Content> {

    private static final MailPurpose PURPOSE = new MailPurpose(
            "report",
            Map.of(
                    "number", "R-2026-000042",
                    "site", "Magazin Cotroceni",
                    "company", "Frigo Service",
                    "name", "Maria Ionescu",
                    "isCorrection", false,
                    "address", "https://service.example/verify/4KQ7-9XTM"));

    private static final String PDF = "application/pdf";

    public record Content(UUID deliveryId) {}

    private final ReportFiles reports;
    private final Files files;
    private final ReportsConfig config;

    ReportMail(ReportFiles reports, Files files, ReportsConfig config) {
        this.reports = reports;
        this.files = files;
        this.config = config;
    }

    @Override
    public List<MailPurpose> purposes() {
        return List.of(PURPOSE);
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Uni<Optional<Mail>> write(Tx tx, Errand<Content> errand) {
        return delivery(tx, errand)
                .chain(delivery -> delivery.mayBeSent()
                        ? write(tx, delivery).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Mail> write(Tx tx, ReportDelivery delivery) {
        return KnownCompany.read(tx.session())
                .chain(company -> tx.session()
                        .find(ServiceReport.class, delivery.reportId)
                        .map(report -> mail(delivery, report, company, tx.by())));
    }

    private Mail mail(ReportDelivery delivery, ServiceReport report, KnownCompany company, By by) {
        List<String> languages =
                Optional.ofNullable(delivery.language).map(List::of).orElse(company.languages());
        ReportLanguage language = ReportLanguage.first(languages);
        Map<String, Object> model = Map.of(
                "number", report.number(),
                "site", report.facts.job().site(),
                "company", company.tradeName(),
                "name", Objects.requireNonNullElse(delivery.recipientName, ""),
                "isCorrection", report.replaces != null,
                "address", VerificationResource.address(config, report.code));
        Attachment paper = new Attachment(
                report.fileName(language),
                PDF,
                () -> reports.in(language, report.id(), by)
                        .chain(file -> files.read(file.sha256(), ReportMail::bytes)));
        return new Mail(delivery.id(), PURPOSE.name(), languages, delivery.recipient, model, List.of(paper));
    }

    @Override
    public Uni<Void> sent(Tx tx, Errand<Content> errand) {
        return delivery(tx, errand)
                .invoke(delivery -> delivery.handedOver(tx.by().at()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> refused(Tx tx, Errand<Content> errand, String why) {
        return delivery(tx, errand).invoke(delivery -> delivery.refused(why)).replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(Tx tx, Errand<Content> errand, String why) {
        return delivery(tx, errand).invoke(delivery -> delivery.failed(why)).replaceWithVoid();
    }

    private static Uni<ReportDelivery> delivery(Tx tx, Errand<Content> errand) {
        return tx.load(ReportDelivery.class, errand.content().deliveryId());
    }

    private static byte[] bytes(InputStream paper) {
        try {
            return paper.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
