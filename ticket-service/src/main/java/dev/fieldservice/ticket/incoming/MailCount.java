package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** Metrics of the mailbox: what became of mails, and how many wait for a person. */
@ApplicationScoped
class MailCount {

    private static final String WAITING = "select count(*) from incoming_mail where state in ('WAITING', 'SET_ASIDE')";

    private final Database database;
    private final MeterRegistry metrics;

    /** Not a number as long as the database does not answer. */
    private final AtomicReference<Number> waiting = new AtomicReference<>(Double.NaN);

    MailCount(Database database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    void show(@Observes StartupEvent event) {
        Gauge.builder("fieldservice.mailbox.waiting", waiting::get)
                .description("Mails that wait for a dispatcher, or were set aside")
                .register(metrics);
    }

    @Scheduled(every = "5s")
    Uni<Void> ask() {
        return database.ask(WAITING, row -> row.getLong(1))
                .invoke(answer -> waiting.set(answer.<Number>map(count -> count).orElse(Double.NaN)))
                .replaceWithVoid();
    }

    void decided(IncomingMail mail) {
        metrics.counter(
                        "fieldservice.mailbox.mails",
                        "outcome",
                        mail.state.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
