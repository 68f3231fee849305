package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.BILLING;
import static dev.fieldservice.local.Service.DISPATCH;
import static dev.fieldservice.local.Service.TICKET;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.local.Service;
import java.util.Set;
import java.util.stream.Collectors;

/** What is covered of a job is decided once, used up once, and left out of the invoice; what is on hold is known to the clocks. */
final class WhatIsAgreedCounts implements Invariant {

    private static final String UNDER_A_CONTRACT = """
            select o.order_id from ticket_order o join ticket t on t.id = o.ticket_id
             where t.agreement is not null and o.closed_at is not null""";

    private static final String DECIDED = """
            select d.id, d.closure_number, l ->> 'kind', l ->> 'sourceId', trim_scale((l ->> 'percent')::numeric)
              from coverage_decision d, jsonb_array_elements(d.lines -> 'items') l""";

    private static final String HEARD = """
            select c.id, c.coverage ->> 'closureNumber', l ->> 'kind', l ->> 'sourceId', trim_scale((l ->> 'percent')::numeric)
              from billing_case c, jsonb_array_elements(c.coverage -> 'lines') l""";

    private static final String BILLED_OTHERWISE = """
            select i.order_id, i.number from invoice i join billing_case c on c.id = i.order_id
             where i.cause = 'JOB' and i.state <> 'VOIDED' and i.coverage is distinct from c.coverage order by 1""";

    /** Of requests whose work is over what is kept for them is what was used. */
    private static final String USED_OTHERWISE = """
            with taken as (select ticket_id, unit, -sum(amount) as amount from allowance_entry group by 1, 2),
            used as (
                select d.ticket_id, u.key as unit, sum(u.value::numeric) as amount
                  from coverage_decision d, jsonb_each_text(d.used -> 'amounts') u group by 1, 2)
            select t.id, unit, taken.amount, used.amount
              from taken full join used using (ticket_id, unit) join ticket t on t.id = ticket_id
             where t.state in ('CLOSED', 'CANCELLED') and coalesce(taken.amount, 0) <> coalesce(used.amount, 0) order by 1""";

    private static final String MORE_THAN_INCLUDED = """
            select e.contract_id, e.unit, e.period_from, sum(e.amount) from allowance_entry e
             group by 1, 2, 3
            having -sum(e.amount) > (
                select max((a ->> 'included')::numeric * case e.unit when 'HOUR' then 60 else 1 end)
                  from contract c, jsonb_array_elements(c.versions -> 'items') v, jsonb_array_elements(v -> 'terms' -> 'allowances') a
                 where c.id = e.contract_id and a ->> 'unit' = e.unit)
             order by 1""";

    private static final String WAITED_FOR = "select order_id from ticket_order where waits_since is not null";

    private static final String ON_HOLD = "select id from service_order where hold_told";

    @Override
    public String says() {
        return "19. What is agreed counts: decided once for a closed job, used once, left out of its invoice; no clock runs on hold";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        var databases = evidence.databases();
        Set<String> closed = Set.copyOf(databases.list(TICKET, UNDER_A_CONTRACT));
        findings.count("closed jobs under a contract", closed.size());
        findings.same(
                "closed under a contract",
                closed,
                "decided",
                Set.copyOf(databases.list(TICKET, "select id from coverage_decision")));
        Set<String> decided = lines(evidence, TICKET, DECIDED);
        findings.count("lines decided", decided.size());
        findings.same("decided", decided, "known to billing", lines(evidence, BILLING, HEARD));
        findings.offences("billed otherwise than was decided", databases.rows(BILLING, BILLED_OTHERWISE));
        findings.offences("another amount taken than was used", databases.rows(TICKET, USED_OTHERWISE));
        findings.offences("more used than is included", databases.rows(TICKET, MORE_THAN_INCLUDED));
        findings.count(
                "orders that waited for their customer",
                databases.number(TICKET, "select count(*) from ticket_order where hold_changed_at is not null"));
        findings.same(
                "waited for",
                Set.copyOf(databases.list(TICKET, WAITED_FOR)),
                "on hold",
                Set.copyOf(databases.list(DISPATCH, ON_HOLD)));
    }

    private static Set<String> lines(Evidence evidence, Service service, String sql) {
        return evidence.databases().rows(service, sql).stream()
                .map(Row::toString)
                .collect(Collectors.toSet());
    }
}
