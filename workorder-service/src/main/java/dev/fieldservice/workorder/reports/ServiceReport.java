package dev.fieldservice.workorder.reports;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An edition of the report about a closed job. What it says is written once, when it is made; a file of it never changes. Where
 * something was taken back afterwards there is another edition, which says which one it replaces.
 */
@Entity
public class ServiceReport extends Aggregate {

    @Schema(name = "ServiceReportState")
    public enum State {
        /** Its files are being made. */
        BEING_MADE,
        /** They could not be made. Never stored: the version before this one cannot read it; {@code failure} says so instead. */
        FAILED,
        ISSUED
    }

    UUID workOrderId;
    UUID ticketId;
    String orderNumber;

    /** 1 for the first of a job. */
    int edition;

    /** Null for the first. */
    UUID replaces;

    /** Null for the newest that is issued. */
    UUID replacedBy;

    @Enumerated(EnumType.STRING)
    State state;

    @JdbcTypeCode(SqlTypes.JSON)
    ReportFacts facts;

    String factsHash;

    /** Nobody can guess it: whoever has the paper asks by it whether it is genuine. */
    String code;

    @JdbcTypeCode(SqlTypes.JSON)
    Files files = new Files(List.of());

    Instant madeAt;

    /** Null until it is. */
    Instant issuedAt;

    /** Why it could not be made; null where it is being made, or was. */
    String failure;

    /** One for each language in which somebody has wanted it. */
    record Files(List<ReportFile> items) {

        Files with(ReportFile more) {
            return new Files(Stream.concat(items.stream(), Stream.of(more)).toList());
        }
    }

    protected ServiceReport() {}

    /** @param before the edition that it replaces */
    ServiceReport(WorkOrder order, ReportFacts facts, Optional<ServiceReport> before, String code, By by) {
        id = Ids.next();
        workOrderId = order.id();
        ticketId = order.facts().ticketId();
        orderNumber = order.facts().number();
        edition = before.map(one -> one.edition).orElse(0) + 1;
        replaces = before.map(ServiceReport::id).orElse(null);
        state = State.BEING_MADE;
        this.facts = facts;
        factsHash = facts.hash();
        this.code = code;
        madeAt = by.at();
        note("MAKE", by, by.at(), number());
    }

    /** In the format in which it was made: a newer version of this service that says more makes no other edition of an old job. */
    boolean says(ReportFacts now) {
        return factsHash.equals(now.writtenAs(facts).hash());
    }

    /** And in nothing else. */
    boolean differsInPictures(ReportFacts now) {
        return factsHash.equals(now.writtenAs(facts).withPicturesOf(facts).hash());
    }

    boolean isIssued() {
        return state == State.ISSUED;
    }

    void issue(ReportFile made, By by) {
        files = files.with(made);
        state = State.ISSUED;
        failure = null;
        issuedAt = by.at();
        note("ISSUE", by, by.at(), number());
    }

    /** Nobody tries it any more by themselves. */
    void couldNotBeMade(String why, By by) {
        if (!isIssued()) {
            failure = why;
            note("FAIL", by, by.at(), why);
        }
    }

    /** Refused with 409 unless it could not be made. */
    void makeAgain(By by) {
        if (failure == null) {
            throw new Refusal.Conflict("report-not-failed", "It is being made, or is issued.").refused();
        }
        failure = null;
        note("MAKE_AGAIN", by, by.at(), number());
    }

    /** For whoever looks at it. */
    State shownState() {
        return failure == null ? state : State.FAILED;
    }

    /** In another language. */
    void add(ReportFile made, By by) {
        files = files.with(made);
        note("PRINT", by, by.at(), made.language());
    }

    void replacedBy(ServiceReport next, By by) {
        replacedBy = next.id();
        note("REPLACE", by, by.at(), next.number());
    }

    /** Refused with 409 until it is. */
    void requireIssued() {
        if (!isIssued()) {
            throw new Refusal.Conflict(
                            "report-not-issued",
                            failure == null
                                    ? "This report is being made. Ask again in a moment."
                                    : "This report could not be made. The office can have it made again.")
                    .refused();
        }
    }

    /** Empty if nobody has wanted it in this language yet. Refused with 409 until it is issued. */
    Optional<ReportFile> file(ReportLanguage language) {
        requireIssued();
        return files.items().stream()
                .filter(file -> file.language().equals(language.tag()))
                .findFirst();
    }

    /** Refused with 404 where it is about another. */
    void requireOf(WorkOrder order) {
        if (!isOf(order.id())) {
            throw new Refusal.NotFound("report").refused();
        }
    }

    boolean isOf(UUID order) {
        return workOrderId.equals(order);
    }

    /** As it stands on it: {@code SO-2026-000001/2}. */
    String number() {
        return orderNumber + "/" + edition;
    }

    /** Under which it is saved. */
    String fileName(ReportLanguage language) {
        return "%s-%d-%s.pdf".formatted(orderNumber, edition, language.tag());
    }

    @Override
    public String kind() {
        return "service-report";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
