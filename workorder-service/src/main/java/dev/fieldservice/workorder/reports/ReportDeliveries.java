package dev.fieldservice.workorder.reports;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.mail.MailAddress;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.customers.KnownContact;
import dev.fieldservice.workorder.errands.WorkOrderErrand;
import dev.fieldservice.workorder.workorders.Approver;
import dev.fieldservice.workorder.workorders.JobCard;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has reports sent. */
@ApplicationScoped
class ReportDeliveries {

    private static final int MOST = 30;
    private static final String WAITING =
            "from ReportDelivery where workOrderId = :order and reportId <> :report and state = QUEUED order by id";
    private static final List<String> SENDS_TO_ANYBODY = List.of(Role.DISPATCHER, Role.SUPERVISOR);

    private final Mails mails;
    private final ReportsConfig config;

    ReportDeliveries(Mails mails, ReportsConfig config) {
        this.mails = mails;
        this.config = config;
    }

    /**
     * Somebody wants it. It goes to any contact of the customer; the office sends it to any address, a technician to those that stand
     * on the job.
     */
    Uni<ReportDelivery> send(Tx tx, WorkOrder order, ServiceReport report, SendReport request) {
        report.requireIssued();
        return recipient(tx, order, request)
                .call(() -> requireRoom(tx, report))
                .chain(to -> queue(
                        tx,
                        new ReportDelivery(
                                report,
                                to.address(),
                                to.name(),
                                to.language(),
                                tx.by().caller().name(),
                                tx.by())));
    }

    private static Uni<Recipient> recipient(Tx tx, WorkOrder order, SendReport request) {
        if ((request.contactId() == null) == (request.to() == null)) {
            throw Refusal.RuleViolated.at(
                    "/to", "one-recipient", "Name a contact of the customer, or an address, and not both.");
        }
        if (request.contactId() != null) {
            return KnownContact.of(tx, order.jobCard().customer().id(), request.contactId())
                    .map(contact -> Recipient.of(contact, request));
        }
        requireOfTheJob(tx.by().caller(), order, request.to());
        return Uni.createFrom().item(Recipient.of(request));
    }

    private record Recipient(String address, String name, String language) {

        static Recipient of(SendReport request) {
            return new Recipient(usable("/to", request.to()), request.name(), request.language());
        }

        /** What they read best, if a report can be had in it. */
        static Recipient of(KnownContact contact, SendReport request) {
            String theirs = contact.language()
                    .flatMap(ReportLanguage::of)
                    .map(ReportLanguage::tag)
                    .orElse(null);
            return new Recipient(
                    usable("/contactId", contact.email().orElse(null)),
                    request.name() == null ? contact.name() : request.name(),
                    request.language() == null ? theirs : request.language());
        }

        private static String usable(String at, String address) {
            return MailAddress.firstUsable(address, null)
                    .orElseThrow(() -> Refusal.RuleViolated.at(
                            at,
                            "unusable-address",
                            "There is no address to which mail can be sent: it takes one of letters without accents."));
        }
    }

    /** A report is not a way to send mails without end from the company's address. */
    private static Uni<Void> requireRoom(Tx tx, ServiceReport report) {
        return tx.session()
                .createSelectionQuery("select count(*) from ReportDelivery where reportId = :report", Long.class)
                .setParameter("report", report.id())
                .getSingleResult()
                .invoke(sent -> {
                    if (sent >= MOST) {
                        throw new Refusal.RuleViolated(
                                        "too-many-deliveries",
                                        "This report was sent %d times. Send the file yourself.".formatted(MOST))
                                .refused();
                    }
                })
                .replaceWithVoid();
    }

    /**
     * By itself, when it is issued and is the newest: to whoever waits for an older edition, which does not go any more, and to
     * whoever approves at the customer's.
     */
    Uni<Void> sendIssued(Tx tx, ServiceReport report) {
        return report.replacedBy != null
                ? Uni.createFrom().voidItem()
                : waiting(tx, report)
                        .map(waiting -> inTheirPlace(waiting, report, tx.by()))
                        .chain(instead -> queueAll(
                                tx,
                                Stream.concat(instead.stream(), toApprover(report, instead, tx.by()).stream())
                                        .toList()));
    }

    private static Uni<List<ReportDelivery>> waiting(Tx tx, ServiceReport newest) {
        return tx.session()
                .createSelectionQuery(WAITING, ReportDelivery.class)
                .setParameter("order", newest.workOrderId)
                .setParameter("report", newest.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .invoke(waiting -> waiting.forEach(tx::watch));
    }

    private static List<ReportDelivery> inTheirPlace(List<ReportDelivery> waiting, ServiceReport report, By by) {
        return List.copyOf(waiting.stream()
                .collect(Collectors.toMap(
                        ReportDelivery::whereto,
                        old -> old.supersededBy(report, by),
                        (first, same) -> first,
                        LinkedHashMap::new))
                .values());
    }

    private Optional<ReportDelivery> toApprover(ServiceReport report, List<ReportDelivery> others, By by) {
        return Optional.ofNullable(report.facts.job().approver())
                .filter(who -> config.sendAtClosing())
                .flatMap(who -> MailAddress.firstUsable(who.email(), null)
                        .filter(to -> others.stream().noneMatch(other -> other.isTo(to)))
                        .map(to -> new ReportDelivery(report, to, who.name(), null, null, by)));
    }

    private Uni<Void> queueAll(Tx tx, List<ReportDelivery> deliveries) {
        return deliveries.stream()
                .reduce(
                        Uni.createFrom().voidItem(),
                        (before, next) -> before.chain(() -> queue(tx, next)).replaceWithVoid(),
                        (one, other) -> one.chain(() -> other));
    }

    Uni<ReportDelivery> again(Tx tx, ReportDelivery delivery) {
        delivery.again(tx.by());
        return mail(tx, delivery);
    }

    private Uni<ReportDelivery> queue(Tx tx, ReportDelivery delivery) {
        return tx.add(delivery).chain(added -> mail(tx, added));
    }

    private Uni<ReportDelivery> mail(Tx tx, ReportDelivery delivery) {
        return mails.later(tx, WorkOrderErrand.REPORT_MAIL, delivery.subject(), new ReportMail.Content(delivery.id()))
                .replaceWith(delivery);
    }

    private static void requireOfTheJob(Caller caller, WorkOrder order, String to) {
        JobCard card = order.jobCard();
        boolean isOfTheJob = Stream.of(
                        Optional.ofNullable(order.facts().approver())
                                .map(Approver::email)
                                .orElse(null),
                        card.contact().email(),
                        card.customer().email())
                .filter(Objects::nonNull)
                .anyMatch(to::equalsIgnoreCase);
        if (!isOfTheJob && SENDS_TO_ANYBODY.stream().noneMatch(caller::is)) {
            throw Refusal.RuleViolated.at(
                    "/to",
                    "not-of-this-job",
                    "Send it to the customer, one of their contacts or the approver; the office sends it to others.");
        }
    }

    /** Refused with 404 where there is no such delivery of a report about this order. */
    static Uni<ReportDelivery> load(Tx tx, WorkOrder order, UUID deliveryId) {
        return tx.find(ReportDelivery.class, deliveryId).invoke(found -> {
            if (found == null || !found.isOf(order.id())) {
                throw new Refusal.NotFound("delivery").refused();
            }
        });
    }
}
