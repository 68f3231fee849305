package dev.fieldservice.bench.cycle;

import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.players.company.Office;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.cycle.Cycle;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.cycle.Scene;
import dev.fieldservice.players.forms.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A company with one customer and technicians who work as fast as they are answered. Opened once per figure; its vans carry
 * one part, kept by the piece.
 */
public record BusyCompany(Api api, Customer customer, Company company) {

    private static final Duration VISIT = Duration.ofMinutes(15);

    /** No two visits of one run overlap. */
    private static final AtomicInteger VISITS = new AtomicInteger();

    /** @param group tells its technicians from those of other figures */
    public static BusyCompany open(Stack stack, String group, int technicians) {
        var api = stack.gateway();
        var office = new Office(api);
        office.company();
        var parts = office.priced(Article.FILTER);
        office.rates(1, "180.00", "180.00");
        var hired = Together.map(
                stack.technicians(group, technicians), person -> office.equipped(person, "Tehnician", false, parts));
        return new BusyCompany(api, Customer.registered(api), new Company(hired, parts, ""));
    }

    public String part() {
        return company.part(Article.FILTER);
    }

    /** One of the technicians plays the whole cycle. */
    public void play(int technician) {
        job(company.technicians().get(technician)).play(Cycle.WHOLE);
    }

    /** Recorded, planned, and the technician is at work. */
    public Job begin(Technician technician) {
        return job(technician).play(Cycle.TO_THE_SITE);
    }

    /** Done, examined and closed; its draft waits for the accountant. */
    public Job close(Technician technician) {
        return job(technician).play(Cycle.TO_THE_SITE).play(Cycle.RECORDS).play(Cycle.CLOSING);
    }

    /** The same company, where somebody else calls. */
    public BusyCompany servingOnly(Customer another) {
        return new BusyCompany(api, another, company);
    }

    private Job job(Technician technician) {
        return new Job(Scene.ordinary(api, BusyCompany::nextSlot), company, technician).of(customer);
    }

    private static Slot nextSlot(Technician technician) {
        var now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        return Slot.of(now.plus(VISIT.multipliedBy(VISITS.getAndIncrement())), VISIT);
    }
}
