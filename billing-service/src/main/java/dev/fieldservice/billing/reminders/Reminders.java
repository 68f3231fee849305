package dev.fieldservice.billing.reminders;

import dev.fieldservice.billing.accounts.CustomerAccount;
import dev.fieldservice.billing.days.Day;
import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.platform.mail.MailAddress;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Drafts reminders, and has them sent. The account of the customer is locked first. */
@ApplicationScoped
class Reminders {

    private static final String DRAFT = "from Reminder where customerId = :customer and state = DRAFT";
    private static final String REMINDED = """
            insert into reminded (receivable_id, level, reminder_id) values (?1, ?2, ?3) on conflict do nothing""";

    private final ReminderConfig config;
    private final Mails mails;

    Reminders(ReminderConfig config, Mails mails) {
        this.config = config;
        this.mails = mails;
    }

    /** Because somebody asks for it. Refused with 409 where there is nothing of which the customer was not reminded. */
    Uni<Reminder> draft(Tx tx, NewReminder wanted) {
        return CustomerAccount.lock(tx, wanted.customerId(), "/customerId")
                .chain(() -> Day.of(tx.session(), tx.by().at()))
                .chain(today -> draftLocked(tx, wanted.customerId(), today))
                .map(made -> made.orElseThrow(() -> new Refusal.Conflict(
                                "nothing-overdue",
                                "Nothing is overdue for so long that the customer was not reminded of it yet.")
                        .refused()));
    }

    /** By itself; empty where there is nothing to remind of. */
    Uni<Optional<Reminder>> draft(Tx tx, UUID customer, LocalDate today) {
        return CustomerAccount.lock(tx, customer).chain(() -> draftLocked(tx, customer, today));
    }

    /** All that has reached a level stands in it. A customer has one draft: it grows. */
    private Uni<Optional<Reminder>> draftLocked(Tx tx, UUID customer, LocalDate today) {
        return late(tx, customer, today)
                .chain(late -> drafted(tx, customer).chain(found -> {
                    int level = news(late);
                    if (late.isEmpty() || found.isEmpty() && level == 0) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    return found.map(draft -> follow(tx, draft, level, late, today))
                            .orElseGet(() -> add(tx, customer, level, late, today))
                            .call(reminder -> OneByOne.each(late, each -> remember(tx, reminder, each)))
                            .map(Optional::of);
                }));
    }

    /** The highest level at which there is something of which the customer was not reminded; 0 if there is nothing. */
    private int news(List<Overdue> late) {
        return late.stream()
                .filter(each -> levelOf(each) > each.reminded())
                .mapToInt(this::levelOf)
                .max()
                .orElse(0);
    }

    /** That it has reached; 0 before the first. */
    private int levelOf(Overdue each) {
        return (int)
                config.levels().stream().filter(days -> days <= each.daysLate()).count();
    }

    private Uni<List<Overdue>> late(Tx tx, UUID customer, LocalDate today) {
        return Overdue.of(tx.session(), customer, today)
                .map(all -> all.stream().filter(each -> levelOf(each) > 0).toList());
    }

    private static Uni<Optional<Reminder>> drafted(Tx tx, UUID customer) {
        return tx.session()
                .createSelectionQuery(DRAFT, Reminder.class)
                .setParameter("customer", customer)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** What is remembered refers to it. */
    private static Uni<Reminder> add(Tx tx, UUID customer, int level, List<Overdue> late, LocalDate today) {
        return tx.add(new Reminder(customer, level, late, today, tx.by()))
                .call(() -> tx.session().flush());
    }

    private static Uni<Reminder> follow(Tx tx, Reminder draft, int level, List<Overdue> late, LocalDate today) {
        tx.watch(draft);
        draft.follow(level, late, today, tx.by());
        return Uni.createFrom().item(draft);
    }

    private Uni<Integer> remember(Tx tx, Reminder reminder, Overdue each) {
        return tx.session()
                .createNativeQuery(REMINDED)
                .setParameter(1, each.id())
                .setParameter(2, levelOf(each))
                .setParameter(3, reminder.id())
                .executeUpdate();
    }

    Uni<Reminder> accept(Tx tx, UUID id, Acceptance acceptance) {
        return locked(
                tx,
                id,
                reminder -> Day.of(tx.session(), tx.by().at())
                        .chain(today -> late(tx, reminder.customerId, today)
                                .chain(late -> recipient(tx, reminder, acceptance)
                                        .invoke(to -> reminder.accept(to, late, today, tx.by()))))
                        .chain(() -> mail(tx, reminder)));
    }

    Uni<Reminder> again(Tx tx, UUID id) {
        return locked(tx, id, reminder -> {
            reminder.again(tx.by());
            return mail(tx, reminder);
        });
    }

    private Uni<?> mail(Tx tx, Reminder reminder) {
        return mails.later(
                tx, BillingErrand.REMINDER_MAIL, reminder.subject(), new ReminderMail.Content(reminder.id()));
    }

    private static Uni<String> recipient(Tx tx, Reminder reminder, Acceptance acceptance) {
        return Overdue.address(tx.session(), reminder.customerId)
                .map(known -> MailAddress.firstUsable(acceptance.to(), known.orElse(null))
                        .orElseThrow(() -> Refusal.RuleViolated.at(
                                "/to", "no-address", "Nothing is known to which it can be sent. Say where.")));
    }

    Uni<Reminder> drop(Tx tx, UUID id, String reason) {
        return locked(tx, id, reminder -> {
            reminder.drop(reason, tx.by());
            return Uni.createFrom().voidItem();
        });
    }

    private static Uni<Reminder> locked(Tx tx, UUID id, Function<Reminder, Uni<?>> work) {
        return tx.session()
                .createSelectionQuery("select customerId from Reminder where id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("reminder").refused())
                .chain(customer -> CustomerAccount.lock(tx, customer))
                .chain(() -> tx.load(Reminder.class, id))
                .call(work::apply);
    }
}
