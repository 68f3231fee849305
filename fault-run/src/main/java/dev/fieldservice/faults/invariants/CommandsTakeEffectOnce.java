package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.BILLING;
import static dev.fieldservice.local.Service.DISPATCH;
import static dev.fieldservice.local.Service.INVENTORY;
import static dev.fieldservice.local.Service.TICKET;
import static dev.fieldservice.local.Service.WORKORDER;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.faults.workload.Call;
import dev.fieldservice.faults.workload.Call.Outcome;
import dev.fieldservice.local.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was answered ok is there once, what was refused is not, and nothing is there that nobody asked for. */
final class CommandsTakeEffectOnce implements Invariant {

    /** What is made by a POST to these addresses, one row each. */
    private static final List<Made> MADE = List.of(
            new Made("/v1/customers", TICKET, "customer"),
            new Made("/v1/contacts", TICKET, "contact"),
            new Made("/v1/service-locations", TICKET, "service_location"),
            new Made("/v1/assets", TICKET, "asset"),
            new Made("/v1/tickets", TICKET, "ticket where channel not in ('EMAIL', 'PLAN')"),
            new Made("/v1/maintenance-plans", TICKET, "maintenance_plan"),
            new Made("/v1/technicians", DISPATCH, "technician"),
            new Made("/v1/work-types", DISPATCH, "work_type"),
            new Made("/v1/parts", INVENTORY, "part"),
            new Made("/v1/stock-locations", INVENTORY, "stock_location"),
            new Made(
                    "/v1/stock-receipts",
                    INVENTORY,
                    "stock_movement where kind = 'RECEIPT' and id not in (select receipt_id from purchase_receipt)"),
            new Made("/v1/stock-transfers", INVENTORY, "stock_transfer where proposed_on is null"),
            new Made("/v1/stock-counts", INVENTORY, "stock_count"),
            new Made("/v1/suppliers", INVENTORY, "supplier"),
            new Made("/v1/supplier-parts", INVENTORY, "supplier_part"),
            new Made("/v1/purchase-proposals", INVENTORY, "purchase_proposal"),
            new Made("/v1/supplier-invoices", INVENTORY, "supplier_invoice"),
            new Made("/v1/payments", BILLING, "open_item where item_type = 'PAYMENT'"),
            new Made("/v1/allocations", BILLING, "allocation"));

    /** What is added to work orders by a POST below them, one row each. */
    private static final Map<String, String> ADDED = Map.of(
            "parts", "work_order_id from part_usage where reversal_of is null",
            "reverse", "work_order_id from part_usage where reversal_of is not null",
            "comments", "work_order_id from comment",
            "time-entries", "work_order_id from time_entry",
            "answers", "subject_id from history where action = 'ANSWER'",
            "signature", "work_order_id from signature");

    /** Of proposed times one is accepted at a time: it is recorded as if it had been written down. */
    private static final String ACCEPTED = "/time-proposals/accept";

    private static final List<Sent> SENT = List.of(
            new Sent("photos", WORKORDER, "photo", "ADD_PHOTO"),
            new Sent("attachments", TICKET, "attachment", "ATTACH"));

    private static final Pattern WORK_ORDER = Pattern.compile("/v1/work-orders/([^/]+)/(?:.*/)?([a-z-]+)");

    /** Its key is only demanded: what was replayed refuses to be replayed again. */
    private static final String REPLAY = "/replay";

    private record Made(String path, Service service, String table) {}

    /** What is put under an id that its sender chose. @param what as it stands in the address */
    private record Sent(String what, Service service, String table, String action) {}

    @Override
    public String says() {
        return "1a. A committed command is never lost and takes effect once, however often it is repeated";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        keys(evidence, findings);
        made(evidence, findings);
        added(evidence, findings);
        SENT.forEach(sent -> files(sent, evidence, findings));
        histories(evidence, findings);
    }

    private static void keys(Evidence evidence, Findings findings) {
        Set<String> kept = new HashSet<>();
        Databases.services()
                .forEach(service -> kept.addAll(
                        evidence.databases().list(service, "select caller::text || ' ' || key from idempotency")));
        Map<Outcome, Set<String>> keys = evidence.calls().all().stream()
                .filter(call -> !call.path().endsWith(REPLAY))
                .collect(Collectors.groupingBy(
                        Call::outcome,
                        Collectors.mapping(call -> call.by().id() + " " + call.key(), Collectors.toSet())));
        Set<String> ok = keys.getOrDefault(Outcome.OK, Set.of());
        Set<String> refused = keys.getOrDefault(Outcome.REFUSED, Set.of());
        Set<String> unknown = keys.getOrDefault(Outcome.UNKNOWN, Set.of());
        findings.count("commands answered ok", ok.size());
        findings.count("refused", refused.size());
        findings.count("never answered", unknown.size());
        findings.count("times nobody knew", evidence.calls().unknowns());
        findings.offences("answered ok and lost", Findings.without(ok, kept));
        findings.offences(
                "refused and yet carried out",
                refused.stream().filter(kept::contains).toList());
        Set<String> nobodys = Findings.without(kept, ok);
        nobodys.removeAll(unknown);
        nobodys.removeAll(refused);
        findings.offences("carried out and never sent", nobodys);
    }

    private static void made(Evidence evidence, Findings findings) {
        for (Made made : MADE) {
            Set<String> answered = evidence.calls().all().stream()
                    .filter(call -> call.path().equals(made.path()) && call.outcome() == Outcome.OK)
                    .map(Call::id)
                    .collect(Collectors.toSet());
            Set<String> there =
                    new HashSet<>(evidence.databases().list(made.service(), "select id from " + made.table()));
            if (evidence.calls().all().stream()
                    .noneMatch(call -> call.path().equals(made.path()) && call.outcome() == Outcome.UNKNOWN)) {
                findings.same("answered by " + made.path(), answered, "in the database", there);
            } else {
                findings.offences("answered by " + made.path() + " and lost", Findings.without(answered, there));
            }
        }
    }

    private static void added(Evidence evidence, Findings findings) {
        ADDED.forEach((command, table) -> {
            Map<String, Long> answered = evidence.calls().all().stream()
                    .filter(call -> call.outcome() == Outcome.OK)
                    .map(call -> WORK_ORDER.matcher(call.path().replace(ACCEPTED, "/time-entries")))
                    .filter(path -> path.matches() && path.group(2).equals(command))
                    .map((Matcher path) -> path.group(1))
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
            Map<String, Long> there = evidence.databases().list(WORKORDER, "select " + table).stream()
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
            findings.count(
                    command, there.values().stream().mapToLong(Long::longValue).sum());
            Set<String> orders = new HashSet<>(answered.keySet());
            orders.addAll(there.keySet());
            orders.stream()
                    .filter(order -> !answered.getOrDefault(order, 0L).equals(there.getOrDefault(order, 0L)))
                    .forEach(order -> findings.offence("%s of work order %s: %d answered ok, %d in the database"
                            .formatted(
                                    command, order, answered.getOrDefault(order, 0L), there.getOrDefault(order, 0L))));
        });
    }

    /** A file has the id that its sender chose, and stands in the history once. */
    private static void files(Sent kind, Evidence evidence, Findings findings) {
        Service service = kind.service();
        Set<String> sent = new HashSet<>();
        Set<String> answered = new HashSet<>();
        evidence.calls().uploads().forEach((path, isAnswered) -> {
            String id = path.replaceAll("^.*/|\\?.*$", "");
            boolean isOfThis = path.contains("/" + kind.what() + "/");
            if (isOfThis) {
                sent.add(id);
            }
            if (isOfThis && isAnswered) {
                answered.add(id);
            }
        });
        Set<String> there = new HashSet<>(evidence.databases().list(service, "select id from " + kind.table()));
        findings.count(kind.what(), there.size());
        findings.offences(kind.what() + " answered and lost", Findings.without(answered, there));
        findings.offences(kind.what() + " that nobody sent", Findings.without(there, sent));
        findings.offences(
                kind.what() + " without a file", evidence.databases().list(service, """
                select p.id from %s p where not exists (
                    select from file_claim c join stored_file f on f.id = c.file_id
                     where c.owner = p.id and f.sha256 = p.sha256 and f.stored_at is not null and f.swept_at is null)""".formatted(kind.table())));
        long told = evidence.databases()
                .number(service, "select count(*) from history where action = '" + kind.action() + "'");
        if (told != there.size()) {
            findings.offence("%d %s stand in the history %d times".formatted(there.size(), kind.what(), told));
        }
    }

    /** One command, or one event, does a thing to a subject once. */
    private static void histories(Evidence evidence, Findings findings) {
        for (Service service : Databases.services()) {
            List<Row> doubled = evidence.databases().rows(service, """
                    select action, subject_type, subject_id, command_id, count(*) from history
                     where command_id is not null group by 1, 2, 3, 4 having count(*) > 1""");
            findings.offences("done twice in " + service.module(), doubled);
            findings.count(
                    "steps in " + service.module(),
                    evidence.databases().number(service, "select count(*) from history"));
        }
    }
}
