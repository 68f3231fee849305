package dev.fieldservice.bench.paging;

import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.stack.ExtraService;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Customer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A page of a list costs the same wherever it is and however long the list. */
public final class Pages implements Figure {

    private static final int MANY = 1_000_000;
    private static final int FEW = 10_000;
    private static final int FAR = 10_000;
    private static final int LIMIT = 50;
    private static final int LARGEST_PAGE = 200;
    private static final String SMALL = "bench_small";

    /** Rows as the service would write them, without waiting for it; references are those of the pattern. */
    private static final String FILL = """
            set session_replication_role = replica;
            insert into ticket (id, version, number, state, channel, service_type, priority, summary, instructions,
                                customer_id, contact_id, location_id, asset_id, required_skills, follow_up_of,
                                respond_by, resolve_by, created_at, created_by)
            select cast('ffff0000-0000-7000-8000-' || lpad(to_hex(i), 12, '0') as uuid), version, 'B-' || i, state,
                   channel, service_type, priority, summary, instructions, customer_id, contact_id, location_id,
                   asset_id, required_skills, follow_up_of, respond_by, resolve_by, created_at, created_by
              from (select * from ticket order by id limit 1) pattern, generate_series(1, %d) i;
            analyze ticket""";

    @Override
    public String id() {
        return "P3";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.of(Service.TICKET, Service.GATEWAY);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        var gateway = stack.gateway();
        gateway.post(Player.DANA, "/v1/tickets", Customer.registered(gateway).ticket());
        int many = effort.scaled(MANY);
        int far = effort.scaled(FAR);
        stack.copy(Service.TICKET, SMALL);
        stack.databases().execute(SMALL, FILL.formatted(FEW));
        stack.databases().execute("ticket", FILL.formatted(many));
        try (var small = ExtraService.replica(stack, Service.TICKET, SMALL)) {
            var large = stack.api(stack.local().address().service(Service.TICKET));
            var first = page(large, "");
            var last = page(large, cursor(large, (far - 1) * LIMIT));
            var middle = page(large, cursor(large, FEW / 2));
            var middleOfFew = page(small.api(), cursor(small.api(), FEW / 2));
            var depth = Comparison.ofTimes(
                    effort.pairs(),
                    () -> stack.millis(first, effort.window()),
                    () -> stack.millis(last, effort.window()));
            var length = Comparison.ofTimes(
                    effort.pairs(),
                    () -> stack.millis(middleOfFew, effort.window()),
                    () -> stack.millis(middle, effort.window()));
            return List.of(
                    Finding.atMost(
                            1.10,
                            "page %d of 50 against page 1".formatted(far),
                            depth,
                            Finding.format("%.2f ms against %.2f ms", depth.medianOurs(), depth.medianBound())),
                    Finding.atMost(
                            1.25,
                            "a page of 50 of %d rows against %d".formatted(many, FEW),
                            length,
                            Finding.format("%.2f ms against %.2f ms", length.medianOurs(), length.medianBound())));
        }
    }

    private static Call page(Api api, String cursor) {
        var more = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        return api.call("GET", Player.DANA, "/v1/tickets?limit=" + LIMIT + more);
    }

    /** By reading on from page to page, as a client has to. */
    private static String cursor(Api api, int rows) {
        var cursor = "";
        for (int read = 0; read < rows; ) {
            int next = Math.min(LARGEST_PAGE, rows - read);
            var more = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            cursor = api.read(Player.DANA, "/v1/tickets?limit=" + next + more).text("/nextCursor");
            read += next;
        }
        return cursor;
    }
}
