package dev.fieldservice.bench.requests;

import dev.fieldservice.bench.cycle.BusyCompany;
import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.measure.Rate;
import dev.fieldservice.bench.sql.Bound;
import dev.fieldservice.bench.stack.OurProcesses;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.players.forms.MoneyForms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Accountants issue drafts at once, each their own: held against the official rules, numbered without a gap, owed and booked. The numbers
 * make them wait for each other, in the bound too. That the files are made follows, and is waited for between the windows.
 */
public final class IssueInvoices implements Figure {

    private static final int ACCOUNTANTS = 8;

    /** Of each accountant in one window. */
    private static final int DRAFTS = 25;

    private static final String FILES_TO_BE_MADE = "select count(*) from errand where kind = 'DOCUMENT_FILES'";

    @Override
    public String id() {
        return "P13";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.allOf(Service.class);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        var desks = desks(stack);
        var first = desks.getFirst();
        var drafts = new ArrayList<>(Stream.generate(first::draft).limit(2).toList());
        var bound = stack.bound("P13-issue-invoice", Service.BILLING, () -> {
            first.issue(drafts.removeLast());
            awaitFiles(stack);
        });
        stack.databases().dropReferences(Bound.copyOf("billing"));
        int each = Math.max(2, effort.scaled(DRAFTS));
        long warm = System.nanoTime() + effort.warmUp().toNanos();
        while (System.nanoTime() < warm) {
            var _ = window(stack, desks, each);
        }
        var made = new ArrayList<Double>();
        var compared = Comparison.ofRates(effort.pairs(), () -> bound.run(ACCOUNTANTS, effort.window()), () -> {
            var window = window(stack, desks, each);
            made.add(window.madePerSecond());
            return window.issued();
        });
        return List.of(Finding.atLeast(
                        0.40,
                        "8 accountants issue drafts at once",
                        compared,
                        Finding.format("%.0f/s against %.0f/s", compared.medianOurs(), compared.medianBound()),
                        Finding.format("until PDF and XML are made: %.1f/s", made.getLast()),
                        bound.description() + ", with those that making the files takes; foreign keys dropped")
                .keeping("issue.per-second", compared.medianOurs())
                .keeping("documents.per-second", made.getLast()));
    }

    /** Nobody is sent a mail: that is another figure. */
    private static List<Desk> desks(Stack stack) {
        var busy = BusyCompany.open(stack, "p13", ACCOUNTANTS);
        var company = busy.servingOnly(Customer.withoutMail(busy.api()));
        var accountants = stack.people("p13-accountant", ACCOUNTANTS, Role.ACCOUNTANT);
        return Together.map(IntStream.range(0, ACCOUNTANTS).boxed().toList(), number -> {
            var job = company.close(company.company().technicians().get(number));
            var pile = busy.api().awaitFirst(Player.ANA, "/v1/invoices?orderId=" + job.order());
            return new Desk(busy.api(), accountants.get(number), "/v1/invoices/" + pile);
        });
    }

    /** @param issued as far as answered @param madePerSecond with its files */
    private record Window(Rate issued, double madePerSecond) {}

    private static Window window(Stack stack, List<Desk> desks, int each) {
        var drafts = Together.map(
                desks, desk -> Stream.generate(desk::draft).limit(each).toList());
        var cpu = OurProcesses.cpu();
        long began = System.nanoTime();
        var _ = Together.map(IntStream.range(0, desks.size()).boxed().toList(), number -> {
            drafts.get(number).forEach(desks.get(number)::issue);
            return number;
        });
        long count = (long) each * desks.size();
        var issued = Rate.of(count, since(began), OurProcesses.cpu().minus(cpu));
        awaitFiles(stack);
        return new Window(issued, Rate.of(count, since(began)).perSecond());
    }

    private static void awaitFiles(Stack stack) {
        stack.databases().await("billing", FILES_TO_BE_MADE, left -> left == 0);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** @param pile a draft, of which others are split off */
    private record Desk(Api api, Player accountant, String pile) {

        /** Its id: of one line, which was added. */
        String draft() {
            var lines = api.post(accountant, pile + "/lines", MoneyForms.fee())
                    .body()
                    .at("/lines");
            return api.create(
                    accountant,
                    pile + "/split",
                    MoneyForms.split(lines.get(lines.size() - 1).at("/id").asText()));
        }

        void issue(String draft) {
            api.post(accountant, "/v1/invoices/" + draft + "/issue", "");
        }
    }
}
