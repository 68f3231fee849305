package dev.fieldservice.faults.invariants;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.cycle.Job.TakenAway;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A job that was taken away is on nobody's phone, and the phones show what dispatch has planned. */
final class WhatIsTakenAwayIsGone implements Invariant {

    private static final String PLANNED = """
            select distinct on (p.order_id, t.technician_id) p.order_id, t.technician_id
              from appointment p join appointment_technician t on t.appointment_id = p.id
             where p.state not in ('CANCELLED', 'REJECTED')""";

    private static final String ON_PHONES = """
            select id, unnest(technician_ids) from work_order where state <> 'CANCELLED'""";

    @Override
    public String says() {
        return "8. What was assigned and then taken away is gone from the phone";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        List<TakenAway> taken = evidence.play().takenAway();
        findings.count("jobs taken away", taken.size());
        Set<Player> office = evidence.play().company().technicians().stream()
                .filter(Technician::isSupervisorToo)
                .map(Technician::person)
                .collect(Collectors.toSet());
        Map<Player, Set<String>> phones = new HashMap<>();
        for (TakenAway one : taken) {
            if (!office.contains(one.from())) {
                check(evidence, findings, one, phones.computeIfAbsent(one.from(), who -> list(evidence, who)));
            }
        }
        findings.count("phones looked at", phones.size());
        Map<String, Set<String>> planned = byOrder(evidence.databases().rows(Service.DISPATCH, PLANNED));
        Map<String, Set<String>> shown = byOrder(evidence.databases().rows(Service.WORKORDER, ON_PHONES));
        findings.count("jobs on phones", shown.size());
        findings.offences("dispatch's plan is not what phones show", differences(planned, shown));
    }

    private static void check(Evidence evidence, Findings findings, TakenAway one, Set<String> phone) {
        Answer reply = evidence.phone().get(one.from(), "/v1/work-orders/" + one.order());
        if (reply.status() != 404 || phone.contains(one.order())) {
            findings.offence(one.from().user() + " still has " + one.order() + ": " + reply.status());
        }
    }

    private static Set<String> list(Evidence evidence, Player who) {
        Set<String> all = new HashSet<>();
        String cursor = "";
        do {
            Answer page = evidence.phone().get(who, "/v1/work-orders?limit=200" + cursor);
            all.addAll(page.body().at("/items").findValuesAsText("id"));
            cursor = page.body().hasNonNull("nextCursor") ? "&cursor=" + page.text("/nextCursor") : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static Map<String, Set<String>> byOrder(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0), Collectors.mapping(row -> row.get(1), Collectors.toSet())));
    }

    private static List<String> differences(Map<String, Set<String>> planned, Map<String, Set<String>> shown) {
        Set<String> orders = new TreeSet<>(planned.keySet());
        orders.addAll(shown.keySet());
        return orders.stream()
                .filter(order -> !planned.getOrDefault(order, Set.of()).equals(shown.getOrDefault(order, Set.of())))
                .map(order -> order + ": planned " + planned.getOrDefault(order, Set.of()) + ", shown "
                        + shown.getOrDefault(order, Set.of()))
                .toList();
    }
}
