package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.company.KnownCompany;
import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The mail that tells a customer about a new time: short, with the clock of the site, and only while it is still true. */
@ApplicationScoped
public class DelayMail implements MailKind<DelayMail.Content> {

    public record Content(UUID noticeId) {}

    @Override
    public String purpose() {
        return "delay";
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Uni<Optional<Mail>> write(Tx tx, Errand<Content> errand) {
        return notice(tx, errand)
                .chain(notice -> Appointments.find(tx.session(), notice.appointmentId)
                        .chain(late -> !notice.delivery.mayBeSent()
                                        || notice.expires(late.appointment(), errand.attempt() > 1, tx.by())
                                ? Uni.createFrom().item(Optional.empty())
                                : KnownCompany.read(tx.session())
                                        .map(company -> Optional.of(mail(notice, late, company.languages())))));
    }

    @Override
    public Uni<Void> sent(Tx tx, Errand<Content> errand) {
        return notice(tx, errand)
                .invoke(notice -> notice.delivery.sent(tx.by().at()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(Tx tx, Errand<Content> errand, String why) {
        return notice(tx, errand).invoke(notice -> notice.delivery.failed(why)).replaceWithVoid();
    }

    private static Uni<DelayNotice> notice(Tx tx, Errand<Content> errand) {
        return tx.load(DelayNotice.class, errand.content().noticeId());
    }

    private Mail mail(DelayNotice notice, OrderVisit late, List<String> languages) {
        JobCard card = late.order().jobCard();
        Map<String, Object> model = Map.of(
                "order", late.order().number(),
                "technician", late.appointment().leadName(),
                "site", card.location().name(),
                "arrival", notice.expectedArrival.atZone(card.zone()),
                "later", notice.change == DelayNotice.Change.LATER,
                "earlier", notice.change == DelayNotice.Change.EARLIER,
                "anew", notice.change == DelayNotice.Change.PLANNED_ANEW,
                "off", notice.change == DelayNotice.Change.CALLED_OFF,
                "reason", Objects.requireNonNullElse(notice.reason, ""));
        return new Mail(notice.id(), purpose(), languages, notice.delivery.recipient, model, List.of());
    }
}
