package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.TICKET;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.faults.evidence.Postbox;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What comes by itself, out of the mailbox and by plans, comes once, however often its mail came and whatever died meanwhile. */
final class RequestsComeOnce implements Invariant {

    /** What is ignored besides is a mail that came once more. */
    private static final String TAKEN =
            "select message_id from incoming_mail where state in ('TICKET_OPENED', 'JOINED', 'WAITING')";

    private static final String LEFT =
            "select id, state, reason from incoming_mail where state in ('ARRIVED', 'SET_ASIDE') order by id";

    /** Whoever writes when the work is over is read by a dispatcher. */
    private static final String WAITING =
            "select id, reason from incoming_mail where state = 'WAITING' and reason <> 'ticket-is-over' order by id";

    private static final String NOT_ONE_MESSAGE = """
            select m.id, m.state from incoming_mail m
             where m.state in ('TICKET_OPENED', 'JOINED')
               and (select count(*) from ticket_message t where t.mail_id = m.id and t.ticket_id = m.ticket_id) <> 1
             order by m.id""";

    private static final String NOT_OF_ONE_MAIL = """
            select t.number from ticket t
             where t.channel = 'EMAIL'
               and (select count(*) from incoming_mail m where m.ticket_id = t.id and m.state = 'TICKET_OPENED') <> 1
             order by 1""";

    private static final String ACKNOWLEDGED =
            "select id, from_address from incoming_mail where state = 'TICKET_OPENED' order by id";

    /** Whoever called is told as well, which another check holds against the history. */
    private static final String CALLED = "select id from ticket where channel <> 'EMAIL'";

    private static final String CUSTOMERS = "select distinct email from contact where email is not null";

    private static final String NOT_ONE_TICKET = """
            select o.id, o.cause, o.outcome from maintenance_occurrence o
             where o.outcome <> 'SKIPPED'
               and (select count(*) from ticket t
                     where t.id = o.ticket_id and t.plan_id = o.plan_id and t.planned_for = o.planned_on) <> 1
             order by o.id""";

    private static final String NOT_OF_ONE_OCCURRENCE = """
            select t.number from ticket t
             where t.plan_id is not null
               and (select count(*) from maintenance_occurrence o where o.ticket_id = t.id) <> 1
             order by 1""";

    /** Each plan of a run asks for one day before it is ended. */
    private static final String NOT_ONE_DAY = """
            select p.number, count(t.id) from maintenance_plan p left join ticket t on t.plan_id = p.id
             group by p.id, p.number having count(t.id) <> 1 order by 1""";

    @Override
    public String says() {
        return "16. Each mail of a customer is one ticket or one message of it, and each occurrence of a plan one ticket";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Databases databases = evidence.databases();
        mails(evidence, findings);
        findings.offences("neither taken nor refused", databases.rows(TICKET, LEFT));
        findings.offences("waits without need", databases.rows(TICKET, WAITING));
        findings.offences("does not stand on its ticket once", databases.rows(TICKET, NOT_ONE_MESSAGE));
        findings.offences("not of one mail: ticket", databases.list(TICKET, NOT_OF_ONE_MAIL));
        findings.count("plans", databases.number(TICKET, "select count(*) from maintenance_plan"));
        findings.offences("has not one ticket: occurrence", databases.rows(TICKET, NOT_ONE_TICKET));
        findings.offences("not of one occurrence: ticket", databases.list(TICKET, NOT_OF_ONE_OCCURRENCE));
        findings.offences("has not asked for one day: plan", databases.rows(TICKET, NOT_ONE_DAY));
        acknowledged(evidence, findings);
    }

    private static void mails(Evidence evidence, Findings findings) {
        Set<String> written = evidence.play().written();
        List<String> taken = evidence.databases().list(TICKET, TAKEN);
        findings.count("mails that customers wrote", written.size());
        findings.same("written", written, "taken", new HashSet<>(taken));
        findings.unique("taken", taken);
        findings.count(
                "that came once more",
                evidence.databases()
                        .number(
                                TICKET,
                                "select count(*) from incoming_mail where state = 'IGNORED' and reason = 'duplicate'"));
    }

    /** Whoever wrote is told the number of the ticket, under one {@code Message-ID} however often it is sent, and nobody else. */
    private static void acknowledged(Evidence evidence, Findings findings) {
        Map<String, Set<String>> told = evidence.databases().rows(TICKET, ACKNOWLEDGED).stream()
                .collect(Collectors.groupingBy(
                        (Row mail) -> mail.get(1),
                        Collectors.mapping(mail -> Postbox.messageId(TICKET, mail.get(0)), Collectors.toSet())));
        Set<String> ofCalls = evidence.databases().list(TICKET, CALLED).stream()
                .map(ticket -> Postbox.messageId(TICKET, ticket))
                .collect(Collectors.toSet());
        new Postbox(evidence.stack())
                .ids(evidence.databases().list(TICKET, CUSTOMERS))
                .forEach((address, ids) -> findings.same(
                        "to be told " + address,
                        told.getOrDefault(address, Set.of()),
                        "in the mailbox",
                        ids.stream()
                                .filter(id -> Postbox.isOf(TICKET, id) && !ofCalls.contains(id))
                                .collect(Collectors.toSet())));
    }
}
