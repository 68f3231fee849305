package dev.fieldservice.faults.invariants;

import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Technician;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Foreign jobs do not exist for a technician, through the gateway and past it; and nobody has done what is another's to do. */
final class NobodySeesTooMuch implements Invariant {

    private static final int PROBED = 25;

    private static final String STRANGERS = """
            select h.subject_id, h.action, h.actor_name from history h join work_order w on w.id = h.subject_id
             where h.action in ('ACCEPT', 'TRAVEL', 'ARRIVE', 'START', 'PAUSE', 'RESUME', 'COMPLETE', 'USE_PART',
                                'REVERSE_PART', 'RECORD_TIME', 'SIGNATURE_SIGNED', 'SIGNATURE_ABSENT')
               and not h.actor_id = any (w.involved_ids)
               and not (h.action = 'REVERSE_PART' and w.state = 'CLOSED' and h.recorded_at > w.closed_at)""";

    @Override
    public String says() {
        return "7. Nobody reads or changes what is not theirs, also where the gateway is bypassed";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        findings.offences("done by a stranger", evidence.databases().rows(Service.WORKORDER, STRANGERS));
        List<Technician> nosy = evidence.play().company().technicians().stream()
                .filter(technician -> !technician.isSupervisorToo())
                .limit(2)
                .toList();
        long probes = 0;
        for (Technician technician : nosy) {
            for (String order : foreign(evidence, technician.person())) {
                probes += probe(evidence, findings, technician.person(), order);
            }
        }
        findings.count("probes", probes);
    }

    private static List<String> foreign(Evidence evidence, Player technician) {
        return evidence.databases()
                .list(
                        Service.WORKORDER,
                        "select id from work_order where not ? = any (involved_ids) order by id desc limit " + PROBED,
                        UUID.fromString(technician.id()));
    }

    private static long probe(Evidence evidence, Findings findings, Player who, String order) {
        List<String> invoice = evidence.databases()
                .list(Service.BILLING, "select id from invoice where order_id = ?", UUID.fromString(order));
        URI gateway = evidence.stack().gateway();
        URI direct = evidence.stack().service(Service.WORKORDER);
        unknown(evidence, findings, who, gateway, order);
        unknown(evidence, findings, who, direct, order);
        for (String below : List.of("/signing-content", "/signature/content", "/signature/image", "/history")) {
            expect(evidence, findings, who, direct, "/v1/work-orders/" + order + below, 404);
        }
        for (String id : invoice) {
            expect(evidence, findings, who, gateway, "/v1/invoices/" + id, 403);
            expect(evidence, findings, who, evidence.stack().service(Service.BILLING), "/v1/invoices/" + id, 403);
        }
        return 6 + 2L * invoice.size();
    }

    /** A foreign id is answered as one that does not exist. */
    private static void unknown(Evidence evidence, Findings findings, Player who, URI where, String order) {
        Answer foreign = expect(evidence, findings, who, where, "/v1/work-orders/" + order, 404);
        Answer random = expect(evidence, findings, who, where, "/v1/work-orders/" + UUID.randomUUID(), 404);
        if (!foreign.text("/detail").equals(random.text("/detail"))
                || !foreign.text("/code").equals(random.text("/code"))) {
            findings.offence("a foreign order is told from one that does not exist: " + foreign + " / " + random);
        }
    }

    @com.google.errorprone.annotations.CanIgnoreReturnValue
    private static Answer expect(Evidence evidence, Findings findings, Player who, URI where, String path, int status) {
        Answer reply = evidence.phone().glance(who, where, path);
        if (reply.status() != status) {
            findings.offence(who.user() + " asked " + where + path + " and was answered " + reply);
        }
        return reply;
    }
}
