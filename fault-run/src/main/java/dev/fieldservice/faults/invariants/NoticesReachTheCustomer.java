package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.BILLING;
import static dev.fieldservice.local.Service.DISPATCH;
import static dev.fieldservice.local.Service.TICKET;
import static dev.fieldservice.local.Service.WORKORDER;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.faults.evidence.Postbox;
import dev.fieldservice.faults.workload.Call;
import dev.fieldservice.faults.workload.Call.Outcome;
import dev.fieldservice.local.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What customers are to be told of a visit reached their mailbox under one {@code Message-ID}, and the history says so. */
final class NoticesReachTheCustomer implements Invariant {

    static final String QUEUED = "select count(*) from history where action = 'MAIL_QUEUED'";

    /** Whose mails are looked at elsewhere. */
    private static final List<Service> OF_OTHERS = List.of(TICKET, WORKORDER, BILLING);

    private static final Pattern DELAY = Pattern.compile("/v1/appointments/[^/]+/delay");
    /** Those that no call has asked for have a cause: another visit, or another plan of this one. */
    private static final String NOTICES = """
            select id, state, recipient, failure,
                   case when change in ('LATER', 'EARLIER', 'AS_PLANNED') then caused_by else appointment_id end
              from delay_notice order by id""";

    /** Of what did not reach them they are told once more. */
    private static final String NEWS_TWICE = """
            select appointment_id, count(*) from delay_notice where change = 'PLANNED' and state = 'SENT'
             group by 1 having count(*) > 1 order by 1""";

    private static final String LOG = """
            select subject_id, action, count(*) from history
             where subject_type = 'delay-notice' group by 1, 2""";

    private static final String ADDRESSES =
            "select email from contact where email is not null union select email from customer where email is not null";

    /** Of whom nobody can know whether the attempt that was cut off had reached the mailbox. */
    private static final String UNCERTAIN = "may have been sent";

    private record Notice(String id, String state, String recipient, String failure, boolean isAnnounced) {
        static Notice of(Row row) {
            return new Notice(
                    row.get(0),
                    row.get(1),
                    String.valueOf(row.get(2)),
                    row.get(3) == null ? "" : row.get(3),
                    row.get(4) == null);
        }

        String messageId() {
            return Postbox.messageId(DISPATCH, id);
        }

        @Override
        public String toString() {
            return "%s to %s (%s%s)".formatted(id, recipient, state, failure.isEmpty() ? "" : ": " + failure);
        }
    }

    @Override
    public String says() {
        return "11. A notice that was promised is sent, in at least one mail and under one Message-ID, and the log says so";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        List<Notice> notices = evidence.databases().rows(DISPATCH, NOTICES).stream()
                .map(Notice::of)
                .toList();
        notices.stream()
                .collect(Collectors.groupingBy(Notice::state, java.util.TreeMap::new, Collectors.counting()))
                .forEach((state, count) -> findings.count("notices " + state, count));
        promised(evidence, findings, notices);
        findings.offences("told twice as of a new visit", evidence.databases().rows(DISPATCH, NEWS_TWICE));
        Map<String, List<String>> mails = mails(evidence, notices);
        log(evidence, findings, notices);
        arrived(findings, notices, mails);
        AnswersToRequests.check(evidence, findings, mails);
    }

    /**
     * Who was answered that the customer will be told has a notice, also where that is the first of the visit; and nobody else but
     * those whose visits move with it, or who are told of a plan.
     */
    private static void promised(Evidence evidence, Findings findings, List<Notice> notices) {
        Set<String> answered = evidence.calls().all().stream()
                .filter(call -> DELAY.matcher(call.path()).matches() && call.outcome() == Outcome.OK)
                .map(Call::id)
                .collect(Collectors.toSet());
        Set<String> there = notices.stream()
                .filter(notice -> notice.isAnnounced() || answered.contains(notice.id()))
                .map(Notice::id)
                .collect(Collectors.toSet());
        findings.count("delays announced", answered.size());
        findings.same("answered as announced", answered, "a notice", there);
    }

    /** By mailbox, of everybody whose address anybody knows. */
    private static Map<String, List<String>> mails(Evidence evidence, List<Notice> notices) {
        Set<String> addresses = new TreeSet<>(evidence.databases().list(TICKET, ADDRESSES));
        notices.stream()
                .filter(notice -> !notice.recipient().equals("null"))
                .forEach(notice -> addresses.add(notice.recipient()));
        return new Postbox(evidence.stack()).ids(addresses);
    }

    /** The delivery log: queued once, and ended once, as the notice's state says. */
    private static void log(Evidence evidence, Findings findings, List<Notice> notices) {
        Map<String, Long> log = evidence.databases().rows(DISPATCH, LOG).stream()
                .collect(Collectors.toMap(row -> row.get(0) + row.get(1), row -> Long.valueOf(row.get(2))));
        for (Notice notice : notices) {
            String queued = times(log, notice, "MAIL_QUEUED");
            String sent = times(log, notice, "MAIL_SENT");
            String failed = times(log, notice, "MAIL_FAILED");
            String outdated = times(log, notice, "NOTIFICATION_OUTDATED");
            String is = "queued %s, sent %s, failed %s, outdated %s".formatted(queued, sent, failed, outdated);
            String wanted = switch (notice.state()) {
                case "SENT" -> "queued 1, sent 1, failed 0, outdated 0";
                case "OUTDATED" -> "queued 1, sent 0, failed 0, outdated 1";
                case "FAILED" -> "queued 1, sent 0, failed 1, outdated 0";
                case "NOT_POSSIBLE", "NOT_NEEDED" -> "queued 0, sent 0, failed 0, outdated 0";
                default -> "the end of it";
            };
            if (!is.equals(wanted)) {
                findings.offence("the log of " + notice + " says " + is);
            }
            if (!notice.state().equals("SENT") && notice.failure().isEmpty()) {
                findings.offence("not sent, and nobody is told why: " + notice);
            }
        }
    }

    private static String times(Map<String, Long> log, Notice notice, String action) {
        return String.valueOf(log.getOrDefault(notice.id() + action, 0L));
    }

    private static void arrived(Findings findings, List<Notice> notices, Map<String, List<String>> mails) {
        Map<String, Notice> byMail = notices.stream().collect(Collectors.toMap(Notice::messageId, notice -> notice));
        List<String> all = new ArrayList<>();
        mails.forEach((address, ids) -> ids.stream()
                .filter(id -> OF_OTHERS.stream().noneMatch(service -> Postbox.isOf(service, id)))
                .forEach(id -> {
                    all.add(id);
                    Notice notice = byMail.get(id);
                    if (notice == null || !notice.recipient().equals(address)) {
                        findings.offence("nobody promised the mail " + id + " in the mailbox of " + address);
                    } else if (!notice.state().equals("SENT")
                            && !notice.failure().contains(UNCERTAIN)) {
                        findings.offence("it arrived, and the log says otherwise: " + notice);
                    }
                }));
        Set<String> different = new HashSet<>(all);
        findings.count("mailboxes", mails.size());
        findings.count("mails", all.size());
        findings.count("of them different", different.size());
        findings.count(
                "that came more than once",
                different.stream()
                        .filter(id -> Collections.frequency(all, id) > 1)
                        .count());
        notices.stream()
                .filter(notice -> notice.state().equals("SENT") && !different.contains(notice.messageId()))
                .forEach(notice -> findings.offence("sent, says the log, and not in the mailbox: " + notice));
    }
}
