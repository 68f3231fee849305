package dev.fieldservice.faults.strikes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.evidence.Event;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Office;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A defect of a service, played by a constraint in its database, makes good messages poison. When the defect is mended,
 * replaying what was put aside makes up for it; what is wrong in itself is put aside again.
 */
record RepairedLater() implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "poison replayed after a repair";
    }

    @Override
    public boolean strike(Field field) {
        Databases databases = field.databases();
        String name = "defect_" + Math.abs(field.random().nextInt());
        databases.execute(
                Service.BILLING,
                "alter table known_part add constraint " + name + " check (name not like 'Defect%') not valid");
        String part;
        List<String> parked;
        try {
            part = new Office(field.phone()).part("DEF", "Defect " + name, "EA", false);
            boolean isParked = Field.within(PATIENCE, () -> !parked(field, part).isEmpty());
            parked = parked(field, part);
            field.observe("what a defect makes undigestible is put aside", isParked, "part-registered of " + part);
        } finally {
            databases.execute(Service.BILLING, "alter table known_part drop constraint " + name);
        }
        if (!parked.isEmpty()) {
            parked(field, part).forEach(version -> replay(field, version));
            boolean isKnown = Field.within(
                    PATIENCE,
                    () -> databases.number(
                                    Service.BILLING,
                                    "select count(*) from known_part where part_id = ?",
                                    UUID.fromString(part))
                            == 1);
            field.observe("replaying makes up for a defect that was mended", isKnown, "part " + part + " is known");
        }
        unknownVersionStaysParked(field);
        return true;
    }

    private static void unknownVersionStaysParked(Field field) {
        String id = UUID.randomUUID().toString();
        field.poison().add(id);
        String topic = dev.fieldservice.contracts.Topics.PART_REGISTERED;
        var _ = field.broker()
                .publish(List.of(
                        Event.crafted(topic, id, id, "dev.fieldservice." + topic + ".v7", new byte[] {'{', '}'})));
        String count = "select count(*) from parked_message where topic = ? and headers like ?";
        boolean isParked = Field.within(
                PATIENCE, () -> field.databases().number(Service.BILLING, count, topic, "%" + id + "%") == 1);
        if (isParked) {
            replay(
                    field,
                    field.databases()
                            .list(Service.BILLING, "select id from parked_message where headers like ?", "%" + id + "%")
                            .getFirst());
        }
        boolean isParkedAgain = Field.within(
                PATIENCE, () -> field.databases().number(Service.BILLING, count, topic, "%" + id + "%") == 2);
        field.observe("what is wrong in itself is put aside again when it is replayed", isParked && isParkedAgain, id);
    }

    private static void replay(Field field, String parked) {
        Answer reply = field.phone()
                .post(Player.ADMIN, "/v1/operations/billing-service/parked-messages/" + parked + "/replay", "");
        JsonNode replayedAt = reply.body().at("/replayedAt");
        field.observe("an administrator can replay a parked message", replayedAt.isTextual(), parked);
    }

    private static List<String> parked(Field field, String part) {
        return field.databases()
                .list(
                        Service.BILLING,
                        "select id from parked_message where replayed_at is null and key = ? order by id",
                        part);
    }
}
