package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The mail that tells a customer about a delay: short, with the clock of the site, and only while it is still true. */
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
                        .map(late -> !notice.mayBeSent() || notice.expires(late.appointment(), tx.by())
                                ? Optional.empty()
                                : Optional.of(mail(notice, late))));
    }

    @Override
    public Uni<Void> sent(Tx tx, Errand<Content> errand) {
        return notice(tx, errand).invoke(notice -> notice.sent(tx.by())).replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(Tx tx, Errand<Content> errand, String why) {
        return notice(tx, errand).invoke(notice -> notice.failed(why)).replaceWithVoid();
    }

    private static Uni<DelayNotice> notice(Tx tx, Errand<Content> errand) {
        return tx.load(DelayNotice.class, errand.content().noticeId());
    }

    private static Mail mail(DelayNotice notice, OrderVisit late) {
        JobCard card = late.order().jobCard();
        Map<String, Object> model = Map.of(
                "order", late.order().number(),
                "technician", late.appointment().leadName(),
                "site", card.location().name(),
                "arrival", notice.expectedArrival.atZone(card.zone()),
                "reason", Objects.requireNonNullElse(notice.reason, ""));
        return Mail.of(notice.id(), "delay", notice.recipient, model);
    }
}
