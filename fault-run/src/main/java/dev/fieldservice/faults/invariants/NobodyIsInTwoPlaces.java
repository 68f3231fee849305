package dev.fieldservice.faults.invariants;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.local.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No two appointments of a technician overlap, and nobody works on two jobs at a time. */
final class NobodyIsInTwoPlaces implements Invariant {

    /** Also among appointments that are over: in a run no two were ever planned at one time. */
    private static final String OVERLAPPING = """
            with taken as (
                select t.id, t.technician_id, p.order_id, tstzrange(p.starts_at, p.ends_at) as during
                  from appointment_technician t join appointment p on p.id = t.appointment_id
                 where p.state not in ('CANCELLED', 'REJECTED'))
            select a.technician_id, a.order_id, b.order_id, a.during * b.during
              from taken a join taken b on a.technician_id = b.technician_id and a.id < b.id and a.during && b.during""";

    private static final String WORK = """
            select h.to_state = 'IN_PROGRESS', h.subject_id,
                   case when h.action in ('SEND_BACK', 'HAND_OVER') then w.technician_ids[1] else h.actor_id end
              from history h join work_order w on w.id = h.subject_id
             where h.action in ('START', 'RESUME', 'PAUSE', 'COMPLETE', 'SEND_BACK', 'HAND_OVER')
             order by h.recorded_at, h.id""";

    @Override
    public String says() {
        return "5. No technician has two appointments that overlap, or two active jobs";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        findings.count(
                "places in appointments",
                evidence.databases().number(Service.DISPATCH, "select count(*) from appointment_technician"));
        findings.offences(
                "technician, order, order, overlap", evidence.databases().rows(Service.DISPATCH, OVERLAPPING));
        List<Row> work = evidence.databases().rows(Service.WORKORDER, WORK);
        findings.count("starts and ends of work", work.size());
        Map<String, Set<String>> active = new HashMap<>();
        for (Row step : work) {
            Set<String> jobs = active.computeIfAbsent(step.get(2), technician -> new HashSet<>());
            if (step.get(0).equals("t")) {
                jobs.add(step.get(1));
            } else {
                jobs.remove(step.get(1));
            }
            if (jobs.size() > 1) {
                findings.offence("technician " + step.get(2) + " works on " + jobs + " at a time");
            }
        }
    }
}
