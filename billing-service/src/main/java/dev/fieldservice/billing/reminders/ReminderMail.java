package dev.fieldservice.billing.reminders;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.mail.MailPurpose;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The mail that a reminder is. */
@ApplicationScoped
public class ReminderMail implements MailKind<ReminderMail.Content> {

    private static final MailPurpose PURPOSE = new MailPurpose(
            "reminder",
            Map.of(
                    "level",
                    1,
                    "customer",
                    "Cotroceni Retail SRL",
                    "company",
                    "Frigo Service SRL",
                    "items",
                    List.of(item("FS-2026-000042", "2026-03-02", "1190.00", "RON")),
                    "sums",
                    List.of(Map.of("amount", "1190.00", "currency", "RON"))));

    public record Content(UUID reminderId) {}

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
        return reminder(tx, errand)
                .chain(reminder -> reminder.mayBeSent()
                        ? KnownCompany.read(tx.session()).map(company -> Optional.of(mail(reminder, company)))
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** In all languages that there are: nothing is known of the reader's. */
    private Mail mail(Reminder reminder, KnownCompany company) {
        Map<String, Object> model = Map.of(
                "level",
                reminder.level,
                "customer",
                reminder.customerName,
                "company",
                company.seller().map(Seller::legalName).orElse(""),
                "items",
                reminder.items.all().stream().map(ReminderMail::words).toList(),
                "sums",
                sums(reminder.items.all()).stream().map(ReminderMail::words).toList());
        return new Mail(reminder.id(), PURPOSE.name(), List.of(), reminder.recipient, model, List.of());
    }

    private static Map<String, String> words(ReminderItem item) {
        return item(
                item.number(),
                item.dueDate().toString(),
                item.open().amount().toPlainString(),
                item.open().currency());
    }

    private static Map<String, String> item(String number, String due, String open, String currency) {
        return Map.of("number", number, "due", due, "open", open, "currency", currency);
    }

    private static Map<String, String> words(Money sum) {
        return Map.of("amount", sum.amount().toPlainString(), "currency", sum.currency());
    }

    private static List<Money> sums(List<ReminderItem> items) {
        Map<String, Money> sums = new TreeMap<>();
        items.forEach(item -> sums.merge(item.open().currency(), item.open(), Money::plus));
        return List.copyOf(sums.values());
    }

    @Override
    public Uni<Void> sent(Tx tx, Errand<Content> errand) {
        return reminder(tx, errand)
                .invoke(reminder -> reminder.handedOver(tx.by()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(Tx tx, Errand<Content> errand, String why) {
        return reminder(tx, errand)
                .invoke(reminder -> reminder.failed(why, tx.by()))
                .replaceWithVoid();
    }

    private static Uni<Reminder> reminder(Tx tx, Errand<Content> errand) {
        return tx.load(Reminder.class, errand.content().reminderId());
    }
}
