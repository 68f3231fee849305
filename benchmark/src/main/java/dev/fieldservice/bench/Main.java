package dev.fieldservice.bench;

import dev.fieldservice.bench.cost.CostOfAJob;
import dev.fieldservice.bench.cycle.WholeCycle;
import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.latency.EventLatency;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.bench.paging.Pages;
import dev.fieldservice.bench.recovery.Killed;
import dev.fieldservice.bench.relay.Drain;
import dev.fieldservice.bench.requests.AnotherCaller;
import dev.fieldservice.bench.requests.CreateTicket;
import dev.fieldservice.bench.requests.IssueInvoices;
import dev.fieldservice.bench.requests.LongJob;
import dev.fieldservice.bench.requests.ReadWorkOrder;
import dev.fieldservice.bench.search.WhoIsCalling;
import dev.fieldservice.bench.sql.PgBench;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.bench.startup.Startup;
import dev.fieldservice.bench.stock.SamePart;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.StackFailure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import java.util.stream.Collectors;

/** What {@code ./bench} starts. */
public final class Main {

    /** In the order in which they are measured: first what warms all services, last what fills the databases. */
    private static final List<Figure> FIGURES = List.of(
            new WholeCycle(),
            new CostOfAJob(),
            new SamePart(),
            new ReadWorkOrder(),
            new AnotherCaller(),
            new LongJob(),
            new IssueInvoices(),
            new CreateTicket(),
            new EventLatency(),
            new Startup(),
            new Killed(),
            new Drain(),
            new WhoIsCalling(),
            new Pages());

    private Main() {}

    public static void main(String... arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        var wanted = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .collect(Collectors.toCollection(TreeSet::new));
        var effort = Effort.of(
                arguments.stream().filter(argument -> argument.startsWith("--")).toList());
        var known = FIGURES.stream().map(Figure::id).collect(Collectors.toSet());
        if (!known.containsAll(wanted) || effort.isEmpty()) {
            System.err.println("./bench [--quick] [--warm-up=SECONDS] [P1 P2 …]; there are " + new TreeSet<>(known));
            return 2;
        }
        var chosen = FIGURES.stream()
                .filter(figure -> wanted.isEmpty() || wanted.contains(figure.id()))
                .toList();
        LogManager.getLogManager().reset(); // the embedded servers would talk into the table
        try {
            PgBench.require();
            return measure(chosen, effort.get());
        } catch (Unmeasurable | StackFailure e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int measure(List<Figure> chosen, Effort effort) {
        var table = new Table(effort);
        Set<Service> needed = EnumSet.noneOf(Service.class);
        chosen.forEach(figure -> needed.addAll(figure.needs()));
        var failed = new ArrayList<String>();
        try (var stack = Stack.start(needed)) {
            for (var figure : chosen) {
                System.out.println("Measuring " + figure.id() + " …");
                try {
                    stack.only(figure.needs());
                    table.add(figure, figure.measure(stack, effort));
                } catch (RuntimeException e) {
                    failed.add(figure.id() + " could not be measured: " + e.getMessage());
                }
            }
            table.keep(stack.checkout());
        }
        table.print();
        failed.forEach(System.out::println);
        return failed.isEmpty() ? 0 : 1;
    }
}
