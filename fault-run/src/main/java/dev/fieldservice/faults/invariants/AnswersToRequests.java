package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.TICKET;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.faults.evidence.Postbox;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whoever asked for something was told its number, as the history of the ticket says. */
final class AnswersToRequests {

    /** By what makes the {@code Message-ID}: the mail that opened the ticket, or the ticket. */
    private static final String LOG = """
            select coalesce((select m.id from incoming_mail m
                              where m.ticket_id = h.subject_id and m.state = 'TICKET_OPENED' order by m.id limit 1), h.subject_id),
                   count(*) filter (where action = 'MAIL_QUEUED'),
                   count(*) filter (where action = 'MAIL_SENT'),
                   count(*) filter (where action = 'MAIL_FAILED')
              from history h
             where subject_type = 'ticket' and action in ('MAIL_QUEUED', 'MAIL_SENT', 'MAIL_FAILED')
             group by h.subject_id order by 1""";

    private static final String UNANSWERED = """
            select t.number from ticket t join contact k on k.id = t.contact_id
             where t.channel = 'PHONE' and t.follow_up_of is null and k.email is not null and k.visit_mail and k.preferred_channel is distinct from 'PHONE'
               and not exists (select from history h where h.subject_id = t.id and h.action = 'MAIL_QUEUED')
             order by 1""";

    private AnswersToRequests() {}

    private record Answer(String messageId, int queued, int sent, int failed) {
        static Answer of(Row row) {
            return new Answer(
                    Postbox.messageId(TICKET, row.get(0)),
                    Integer.parseInt(row.get(1)),
                    Integer.parseInt(row.get(2)),
                    Integer.parseInt(row.get(3)));
        }

        boolean isInOrder() {
            return queued == 1 && sent + failed == 1;
        }
    }

    /** @param mails by mailbox, of everybody whose address anybody knows */
    static void check(Evidence evidence, Findings findings, Map<String, List<String>> mails) {
        List<Answer> answers =
                evidence.databases().rows(TICKET, LOG).stream().map(Answer::of).toList();
        findings.count("requests answered", answers.size());
        findings.offences(
                "asked by telephone, and not answered", evidence.databases().list(TICKET, UNANSWERED));
        answers.stream()
                .filter(answer -> !answer.isInOrder())
                .forEach(answer -> findings.offence("the log of an answer says " + answer));
        Set<String> there = mails.values().stream()
                .flatMap(Collection::stream)
                .filter(id -> Postbox.isOf(TICKET, id))
                .collect(Collectors.toSet());
        answers.stream()
                .filter(answer -> answer.sent() > 0 && !there.contains(answer.messageId()))
                .forEach(answer -> findings.offence("answered, says the log, and not in the mailbox: " + answer));
        Set<String> unpromised = new HashSet<>(there);
        answers.forEach(answer -> unpromised.remove(answer.messageId()));
        unpromised.forEach(id -> findings.offence("nobody promised the answer " + id));
    }
}
