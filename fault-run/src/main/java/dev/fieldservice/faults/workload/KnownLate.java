package dev.fieldservice.faults.workload;

import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.company.Office;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.cycle.Step;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.StoreForms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What the books learn late: what came out of which cylinder, what had been used before the van was counted, and where a piece lies. */
final class KnownLate implements Step {

    private static final String COUNTS = "/v1/stock-counts";
    private static final String CONTAINERS = "/v1/containers";
    private static final String OUT_OF_IT = "2.5";
    private static final String BEFORE = "1.5";

    private final Office office;
    private final Driver driver;

    KnownLate(Office office) {
        this.office = office;
        this.driver = office.driver();
    }

    @Override
    public void play(Job job) {
        job.company().store().ifPresent(store -> usedOutOfACylinder(job, store.warehouse()));
        usedBeforeItWasCounted(job);
        foundElsewhere(job);
    }

    private void usedOutOfACylinder(Job job, String warehouse) {
        var refrigerant = job.company().part(Article.REFRIGERANT);
        var number = "CIL-" + UUID.randomUUID();
        var cylinder = CONTAINERS + "/"
                + driver.create(Player.STELA, CONTAINERS, StoreForms.cylinder(refrigerant, warehouse, number));
        driver.post(Player.STELA, cylinder + "/fill", StoreForms.filled("8"));
        driver.post(
                Player.STELA,
                cylinder + "/move",
                StoreForms.moved(job.technician().van()));
        use(job, JobForms.usageOutOf(number, refrigerant, OUT_OF_IT, Article.REFRIGERANT.unit()));
    }

    /** The phone was out of reach. */
    private void usedBeforeItWasCounted(Job job) {
        var refrigerant = job.company().part(Article.REFRIGERANT);
        var van = job.technician().van();
        var used = Instant.now();
        var known = driver.read(Player.STELA, "/v1/stock-levels?partId=" + refrigerant + "&locationId=" + van)
                .text("/items/0/onHand/amount");
        var found = new BigDecimal(known).subtract(new BigDecimal(BEFORE)).toPlainString();
        count(van, refrigerant, StoreForms.counted(refrigerant, found));
        use(job, JobForms.usageAt(used, refrigerant, BEFORE, Article.REFRIGERANT.unit()));
    }

    /** By the books it is in the van. */
    private void foundElsewhere(Job job) {
        var valve = job.company().part(Article.VALVE);
        var serial = "TXV-2026-" + UUID.randomUUID().toString().substring(0, 13);
        office.receive(job.technician().van(), valve, serial);
        var shelf = office.shelf("Raft pentru ce se găsește");
        count(shelf, valve, StoreForms.found(valve, serial));
    }

    private void count(String place, String part, String found) {
        var count = COUNTS + "/" + driver.create(Player.STELA, COUNTS, StoreForms.count(place, part));
        driver.post(Player.STELA, count + "/enter", found);
        driver.post(Player.STELA, count + "/submit", JobForms.NO_BODY);
        driver.post(Player.SORIN, count + "/approve", JobForms.reason("Numărat"));
    }

    private void use(Job job, String usage) {
        driver.post(job.technician().person(), job.path("parts"), usage);
        job.addBillable(1);
    }
}
