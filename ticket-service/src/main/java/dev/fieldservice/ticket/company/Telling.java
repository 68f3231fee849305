package dev.fieldservice.ticket.company;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the others of the company when nobody has changed it: after the first start, and when the calendar that they have gets too
 * short. Asked at every start and every hour, decided under the lock of the company's row: once, however many replicas there are.
 */
@ApplicationScoped
class Telling {

    private final UnitOfWork unit;
    private final PublicHolidays holidays;
    private final Clock clock;
    private final String service;

    Telling(
            UnitOfWork unit,
            PublicHolidays holidays,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.unit = unit;
        this.holidays = holidays;
        this.clock = clock;
        this.service = service;
    }

    @Scheduled(every = "1h")
    Uni<Void> tellIfDue() {
        return unit.read(session -> session.find(Company.class, Company.ID))
                .chain(company -> company.isToBeTold(clock.instant())
                        ? holidays.prepared().chain(this::tell)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell() {
        By by = By.service(service, clock.instant(), null, null);
        return unit.run(by, tx -> tx.load(Company.class, Company.ID).invoke(company -> company.tellIfDue(holidays, by)))
                .replaceWithVoid();
    }
}
