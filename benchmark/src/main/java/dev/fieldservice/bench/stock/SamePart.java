package dev.fieldservice.bench.stock;

import dev.fieldservice.bench.cycle.BusyCompany;
import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.measure.Rate;
import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.bench.stack.OurProcesses;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.company.Office;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.cycle.OpenOrder;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.Slot;
import dev.fieldservice.players.forms.StoreForms;
import dev.fieldservice.players.forms.StoreForms.Goods;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * 64 technicians take the same part from the same shelf at once: from the phones to the shelf's level. It was brought there from
 * another place, it is known what it costs, and some of it is reserved for a visit, as it is with parts that everybody uses.
 */
public final class SamePart implements Figure {

    private static final int TECHNICIANS = 64;

    /** By each technician in one window; a work order that holds hundreds of parts would be another measurement. */
    private static final int TIMES = 10;

    private static final String PLENTY = "100000";
    private static final String RESERVED = "5";

    /** Of the visit that takes some of it along; it is not begun meanwhile. */
    private static final Slot NEXT_MONTH =
            Slot.of(Instant.now().truncatedTo(ChronoUnit.HOURS).plus(30, ChronoUnit.DAYS), Duration.ofHours(2));

    private static final String MOVEMENTS = "select count(*) from stock_movement";

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.allOf(Service.class);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        var company = BusyCompany.open(stack, "p7", TECHNICIANS);
        var technicians = company.company().technicians();
        var office = new Office(company.api());
        var part = office.priced(Article.CIRCUIT_BOARD).get(Article.CIRCUIT_BOARD);
        var shelf = filled(company.api(), office, part);
        reserve(company, part, shelf);
        var jobs = Together.map(technicians, company::begin);
        var serverErrors = new AtomicInteger();
        var taking = new Taking(stack, company, jobs, shelf, part, serverErrors);
        var bound = stack.bound("P7-same-part", Service.INVENTORY, () -> taking.once(jobs.getFirst()));
        var compared = Comparison.ofRates(
                effort.pairs(), () -> bound.run(TECHNICIANS, effort.window()), () -> taking.window(TIMES));
        var ratio = Finding.atLeast(
                        0.60,
                        "64 technicians use the same part from the same shelf at once",
                        compared,
                        Finding.format(
                                "%.0f/s in the stock against %.0f/s; %d answers were 5xx",
                                compared.medianOurs(), compared.medianBound(), serverErrors.get()),
                        bound.description())
                .keeping("lock.uses-per-second", compared.medianOurs());
        return List.of(serverErrors.get() == 0 ? ratio : ratio.missed());
    }

    /** By a transfer of what was received at a price. */
    private static String filled(Api api, Office office, String part) {
        var warehouse = office.shelf("Depozit");
        var shelf = office.shelf("Raft comun");
        office.receive(warehouse, part, PLENTY, Article.CIRCUIT_BOARD);
        var transfer = "/v1/stock-transfers/"
                + api.create(
                        Player.STELA,
                        "/v1/stock-transfers",
                        StoreForms.transfer(warehouse, shelf, List.of(goods(part, PLENTY))));
        api.post(Player.STELA, transfer + "/request", JobForms.NO_BODY);
        api.post(Player.STELA, transfer + "/pick", JobForms.NOTHING);
        api.post(Player.STELA, transfer + "/send", JobForms.NO_BODY);
        api.post(Player.STELA, transfer + "/receive", JobForms.NOTHING);
        return shelf;
    }

    private static void reserve(BusyCompany company, String part, String shelf) {
        var order = OpenOrder.call(company.api()).order();
        var technician = company.company().technicians().getFirst().person();
        company.api()
                .post(
                        Player.DANA,
                        "/v1/service-orders/" + order + "/assign",
                        JobForms.assignment(technician, NEXT_MONTH, goods(part, RESERVED)));
        company.api()
                .await(
                        Player.STELA,
                        "/v1/stock-levels?partId=" + part + "&locationId=" + shelf,
                        level -> level.text("/items/0/allocated/amount").startsWith(RESERVED));
    }

    private static Goods goods(String part, String amount) {
        return new Goods(part, amount, Article.CIRCUIT_BOARD.unit());
    }

    private record Taking(
            Stack stack, BusyCompany company, List<Job> jobs, String shelf, String part, AtomicInteger serverErrors) {

        void once(Job job) {
            var usage = JobForms.usageFrom(shelf, part, "1", Article.CIRCUIT_BOARD.unit());
            var reply = company.api().tryPost(job.technician().person(), job.path("parts"), usage);
            if (reply.status() >= 500) {
                serverErrors.incrementAndGet();
            } else if (!reply.isOk()) {
                throw new Unmeasurable("using a part was answered " + reply);
            }
        }

        /** Until the last of them has arrived in the stock. */
        Rate window(int times) {
            long before = stack.databases().count("inventory", MOVEMENTS);
            var cpu = OurProcesses.cpu();
            long began = System.nanoTime();
            int failedBefore = serverErrors.get();
            allAtOnce(times);
            long expected = (long) times * jobs.size() - (serverErrors.get() - failedBefore);
            stack.databases().await("inventory", MOVEMENTS, count -> count >= before + expected);
            return Rate.of(
                    expected,
                    Duration.ofNanos(System.nanoTime() - began),
                    OurProcesses.cpu().minus(cpu));
        }

        private void allAtOnce(int times) {
            var _ = Together.map(jobs, job -> {
                for (int i = 0; i < times; i++) {
                    once(job);
                }
                return job;
            });
        }
    }
}
