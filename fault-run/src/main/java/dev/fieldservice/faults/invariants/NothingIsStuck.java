package dev.fieldservice.faults.invariants;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.local.Service;
import java.util.List;

/** Every ticket has come to its end, or waits for somebody who knows. */
final class NothingIsStuck implements Invariant {

    private static final String STUCK = """
            select id, number, state from ticket
             where state not in ('CLOSED', 'CANCELLED', 'REJECTED', 'WAITING_CUSTOMER') order by id""";

    @Override
    public String says() {
        return "9. Every ticket reaches an end or visibly waits for a named person";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        List<Row> states =
                evidence.databases().rows(Service.TICKET, "select state, count(*) from ticket group by 1 order by 1");
        states.forEach(state -> findings.count("tickets " + state.get(0), Long.parseLong(state.get(1))));
        findings.offences("ticket", evidence.databases().rows(Service.TICKET, STUCK));
        findings.offences(
                "billing case",
                evidence.databases()
                        .rows(
                                Service.BILLING,
                                "select id, state, differences from billing_case where state in ('COLLECTING', 'WAITING')"));
        findings.offences(
                "service order",
                evidence.databases()
                        .rows(
                                Service.DISPATCH,
                                "select id, state from service_order where state not in ('CLOSED', 'CANCELLED')"));
        findings.offences(
                "work order",
                evidence.databases()
                        .rows(
                                Service.WORKORDER,
                                "select id, state from work_order where state not in ('CLOSED', 'CANCELLED')"));
        findings.offences(
                "technician still busy with",
                evidence.databases().rows(Service.WORKORDER, "select * from active_work"));
    }
}
