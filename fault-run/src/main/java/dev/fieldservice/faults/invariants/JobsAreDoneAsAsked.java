package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.DISPATCH;
import static dev.fieldservice.local.Service.WORKORDER;

/** What the kind of work asks for is there before a job counts as complete, and nobody's hour is recorded twice. */
final class JobsAreDoneAsAsked implements Invariant {

    private static final String ASKED = "select count(*) from work_order where checklist is not null";

    private static final String UNANSWERED = """
            select w.number, q ->> 'code' from work_order w, jsonb_array_elements(w.checklist -> 'type' -> 'checklist') q
             where w.outcome = 'COMPLETE' and cast(q ->> 'required' as boolean)
               and not exists (select from jsonb_array_elements(w.checklist -> 'answers') a
                                where a ->> 'itemCode' = q ->> 'code')
             order by 1, 2""";

    private static final String WITHOUT_PHOTOS = """
            select w.number, e ->> 'kind' from work_order w, jsonb_array_elements(w.checklist -> 'type' -> 'evidence') e
             where w.outcome = 'COMPLETE'
               and cast(e ->> 'count' as integer) > (select count(*) from photo p where p.work_order_id = w.id
                                                        and p.kind = e ->> 'kind' and p.withdrawal is null)
             order by 1, 2""";

    private static final String UNSIGNED = """
            select number from work_order w
             where outcome = 'COMPLETE' and cast(checklist -> 'type' ->> 'signatureNeeded' as boolean)
               and not exists (select from signature s where s.work_order_id = w.id)
             order by 1""";

    /** Known to the one service by the other's events. */
    private static final String KINDS_CHOSEN = "select id from service_order where work_type is not null";

    private static final String KINDS_HEARD = "select id from work_order where checklist is not null";

    private static final String TWICE = """
            select a.technician_name, a.started_at, a.work_order_id, b.work_order_id
              from time_entry a join time_entry b on b.technician_id = a.technician_id and b.id > a.id
             where a.reversal is null and b.reversal is null
               and a.started_at < b.ended_at and b.started_at < a.ended_at
             order by 1, 2""";

    @Override
    public String says() {
        return "14. A complete job has what its kind of work asks for; nobody's hour is recorded twice";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        var databases = evidence.databases();
        findings.count("jobs of a kind", databases.number(WORKORDER, ASKED));
        findings.offences("complete, and not answered", databases.rows(WORKORDER, UNANSWERED));
        findings.offences("complete without photos", databases.rows(WORKORDER, WITHOUT_PHOTOS));
        findings.offences("complete, and nobody was asked to sign", databases.list(WORKORDER, UNSIGNED));
        findings.offences(
                "of a kind that the technician does not know",
                Findings.without(databases.list(DISPATCH, KINDS_CHOSEN), databases.list(WORKORDER, KINDS_HEARD)));
        findings.offences("an hour twice", databases.rows(WORKORDER, TWICE));
    }
}
