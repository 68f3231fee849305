package dev.fieldservice.dispatch.notices;

import static java.util.Map.entry;

import dev.fieldservice.dispatch.company.KnownCompany;
import dev.fieldservice.dispatch.company.WrittenLanguages;
import dev.fieldservice.dispatch.confirmations.VisitConfirmationResource;
import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.VisitsConfig;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailConfig;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.mail.MailPurpose;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The mail that tells a customer about a visit: short, with the clock of the site, and only while it is still true. */
@ApplicationScoped
public class VisitMail implements MailKind<VisitMail.Content> {

    private static final Map<String, Object> EXAMPLE = Map.ofEntries(
            entry("order", "SO-2026-000042"),
            entry("technician", "Tudor Ionescu"),
            entry("site", "Magazin Cotroceni"),
            entry("address", "Bd. Vasile Milea 4, București"),
            entry("request", "Vitrina frigorifică nu mai răcește"),
            entry("arrival", ZonedDateTime.of(2026, 3, 2, 10, 0, 0, 0, ZoneId.of("Europe/Bucharest"))),
            entry("sure", true),
            entry("later", true),
            entry("earlier", false),
            entry("anew", false),
            entry("off", false),
            entry("link", "https://service.example/visit?code=4KQ79XTM"),
            entry("reason", "Lucrarea dinainte durează mai mult."));

    private final VisitsConfig config;
    private final String organizer;

    public VisitMail(VisitsConfig config, MailConfig mails) {
        this.config = config;
        this.organizer = mails.from();
    }

    public record Content(UUID noticeId) {}

    @Override
    public List<MailPurpose> purposes() {
        return Stream.of(VisitNotice.Change.values())
                .map(VisitNotice.Change::purpose)
                .distinct()
                .map(purpose -> new MailPurpose(purpose, EXAMPLE))
                .toList();
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Uni<Optional<Mail>> write(Tx tx, Errand<Content> errand) {
        return notice(tx, errand)
                .chain(notice -> Appointments.find(tx.session(), notice.appointmentId)
                        .chain(late ->
                                !notice.delivery.mayBeSent() || notice.expires(late, errand.attempt() > 1, tx.by())
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

    private static Uni<VisitNotice> notice(Tx tx, Errand<Content> errand) {
        return tx.load(VisitNotice.class, errand.content().noticeId());
    }

    private Mail mail(VisitNotice notice, OrderVisit late, List<String> languages) {
        JobCard card = late.order().jobCard();
        Map<String, Object> model = Map.ofEntries(
                entry("order", late.order().number()),
                entry("technician", late.appointment().leadName()),
                entry("site", card.location().name()),
                entry(
                        "address",
                        card.location().address().street() + ", "
                                + card.location().address().city()),
                entry("request", card.summary()),
                entry("arrival", notice.expectedArrival.atZone(card.zone())),
                entry("sure", notice.saysWhen()),
                entry("later", notice.change == VisitNotice.Change.LATER),
                entry("earlier", notice.change == VisitNotice.Change.EARLIER),
                entry("anew", notice.change == VisitNotice.Change.PLANNED_ANEW),
                entry("off", notice.change == VisitNotice.Change.CALLED_OFF),
                entry(
                        "link",
                        late.appointment()
                                .code()
                                .map(code -> VisitConfirmationResource.address(config, code))
                                .orElse("")),
                entry("reason", Objects.requireNonNullElse(notice.reason, "")));
        String own = card.contact().language();
        return new Mail(
                notice.id(),
                notice.change.purpose(),
                own != null && WrittenLanguages.include(own) ? List.of(own) : languages,
                notice.delivery.recipient,
                model,
                notice.change.isOfCalendars() ? List.of(Invitation.of(notice, late, organizer)) : List.of());
    }
}
