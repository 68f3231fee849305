package dev.fieldservice.faults.invariants;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.faults.workload.Phone;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Player;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who reviewed did not do the work, and what the customer signed is what is kept. */
final class SomebodyElseReviews implements Invariant {

    private static final int LOOKED_AT = 20;

    private static final String OWN_WORK = """
            select w.id, h.action, h.actor_name from history h join work_order w on w.id = h.subject_id
             where h.action in ('APPROVE', 'SEND_BACK') and h.actor_id = any (w.involved_ids)""";

    private static final String NOT_REVIEWED = """
            select id from work_order w where state = 'CLOSED'
               and not exists (select from history h where h.subject_id = w.id and h.action = 'APPROVE')""";

    private static final String LAST_SIGNATURES = """
            select distinct on (work_order_id) work_order_id, content_hash from signature
             where outcome = 'SIGNED' order by work_order_id, id desc""";

    @Override
    public String says() {
        return "6. The reviewer did not do the work; a signature stands for exactly what was shown";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        findings.count(
                "reviews",
                evidence.databases()
                        .number(
                                Service.WORKORDER,
                                "select count(*) from history where action in ('APPROVE', 'SEND_BACK') and subject_type = 'work-order'"));
        findings.offences("reviewed own work", evidence.databases().rows(Service.WORKORDER, OWN_WORK));
        findings.offences("closed without a review", evidence.databases().list(Service.WORKORDER, NOT_REVIEWED));
        signatures(evidence, findings);
    }

    private static void signatures(Evidence evidence, Findings findings) {
        findings.count("signatures", evidence.databases().number(Service.WORKORDER, "select count(*) from signature"));
        findings.offences(
                "signature does not fit its content",
                evidence.databases()
                        .list(
                                Service.WORKORDER,
                                "select work_order_id from signature where encode(sha256(content), 'hex') <> content_hash"));
        Map<String, String> last = new HashMap<>();
        for (Row row : evidence.databases().rows(Service.WORKORDER, LAST_SIGNATURES)) {
            last.put(row.get(0), row.get(1));
        }
        evidence.on(Topics.JOB_CLOSED)
                .filter(closed ->
                        !closed.isOurs() && closed.text("/signature/outcome").equals("SIGNED"))
                .filter(closed -> !closed.text("/signature/contentHash").equals(last.get(closed.text("/orderId"))))
                .forEach(closed -> findings.offence("closed with another signature: " + closed.text("/orderId")));
        List<String> some = last.keySet().stream().limit(LOOKED_AT).toList();
        Phone phone = evidence.phone();
        some.stream()
                .filter(order -> !phone.get(Player.SORIN, "/v1/work-orders/" + order)
                        .body()
                        .at("/signature/valid")
                        .asBoolean(true))
                .forEach(order -> findings.offence("not what was signed: " + order));
    }
}
