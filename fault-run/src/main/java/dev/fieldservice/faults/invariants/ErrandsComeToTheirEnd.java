package dev.fieldservice.faults.invariants;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.local.Service;

/** The job queues are empty but for what repeats, what is not due yet, and what was given up for all to see. */
final class ErrandsComeToTheirEnd implements Invariant {

    private static final String REPEATING = "select count(*) from errand where repeating";

    private static final String NOT_DUE =
            "select count(*) from errand where not repeating and state = 'WAITING' and due > now()";

    private static final String LEFT = """
            select kind, id, 'due since ' || due, 'attempts: ' || attempts,
                   case when lease is null then 'nobody has it' else 'claimed until ' || next_at end, failure
              from errand where not repeating and state = 'WAITING' and due <= now() order by id""";

    /** The workers look every second. */
    private static final String OVERDUE = """
            select kind, id, 'due since ' || due, 'attempts: ' || attempts, failure
              from errand where repeating and next_at < now() - interval '15 seconds' order by id""";

    private static final String GIVEN_UP = "select count(*) from errand where state = 'GIVEN_UP'";

    /** Who waits for it reads the reason in the history of whom it is about, who operates it with the job. */
    private static final String SILENTLY = """
            select kind, id, subject_kind, subject_id, failure from errand e
             where state = 'GIVEN_UP'
               and (coalesce(failure, '') = ''
                    or not exists (select 1 from history h where h.subject_id = e.subject_id
                                    and h.action in ('ERRAND_GIVEN_UP', 'MAIL_FAILED') and h.reason <> ''))
             order by id""";

    @Override
    public String says() {
        return "10. What is due later comes to its end: done, or given up with a reason; nothing is overdue or left claimed";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Databases databases = evidence.databases();
        long repeating = 0;
        long notDue = 0;
        long givenUp = 0;
        for (Service service : Databases.services()) {
            String where = " of " + service.module();
            long standing = databases.number(service, REPEATING);
            if (standing == 0) {
                findings.offence("nothing repeats in " + service.module() + ": its housekeeping is lost");
            }
            repeating += standing;
            notDue += databases.number(service, NOT_DUE);
            givenUp += databases.number(service, GIVEN_UP);
            findings.offences("not done" + where, databases.rows(service, LEFT));
            findings.offences("overdue" + where, databases.rows(service, OVERDUE));
            findings.offences("given up without a word" + where, databases.rows(service, SILENTLY));
        }
        findings.count("mails to be sent later", databases.number(Service.DISPATCH, NoticesReachTheCustomer.QUEUED));
        findings.count("jobs that repeat", repeating);
        findings.count("not due yet", notDue);
        findings.count("given up with a reason", givenUp);
    }
}
