package dev.fieldservice.faults.strikes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.cycle.OpenOrder;
import dev.fieldservice.players.forms.JobForms;
import java.util.UUID;

/** An old version of an assignment comes after a newer one, and a withdrawal before what it withdraws: the newest counts. */
record OldAssignment() implements Fault {

    @Override
    public String name() {
        return "an old assignment after a newer one";
    }

    @Override
    public boolean strike(Field field) {
        var technicians = field.company().technicians().stream()
                .filter(technician -> !technician.isSupervisorToo())
                .toList();
        Player right = technicians.getFirst().person();
        Player wrong = technicians.getLast().person();
        OpenOrder opened = OpenOrder.call(field.phone());
        Crafted events = new Crafted(field, opened);

        assign(events, 2, right);
        assign(events, 1, wrong);
        field.observe(
                "an old assignment after a newer one changes nothing",
                sees(field, right, opened) == 200 && sees(field, wrong, opened) == 404,
                "order %s: who has it sees %d, who had it sees %d"
                        .formatted(opened.order(), sees(field, right, opened), sees(field, wrong, opened)));
        withdraw(events, 3, right);
        field.observe("what is taken away is gone from the phone", sees(field, right, opened) == 404, opened.order());
        end(field, opened);

        OpenOrder other = OpenOrder.call(field.phone());
        Crafted others = new Crafted(field, other);
        withdraw(others, 2, right);
        assign(others, 1, right);
        field.observe(
                "a withdrawal that comes before its assignment counts",
                sees(field, right, other) == 404,
                other.order());
        end(field, other);
        return true;
    }

    private static void assign(Crafted events, int version, Player technician) {
        ObjectNode assigned = events.sample(Topics.ORDER_ASSIGNED);
        assigned.put("assignmentVersion", version);
        assigned.put("appointmentId", UUID.randomUUID().toString());
        assigned.putArray("technicians")
                .addObject()
                .put("id", technician.id())
                .put("name", technician.user())
                .put("lead", true);
        events.publish(Topics.ORDER_ASSIGNED, assigned, Service.WORKORDER);
    }

    private static void withdraw(Crafted events, int version, Player technician) {
        ObjectNode unassigned = events.sample(Topics.ORDER_UNASSIGNED);
        unassigned.put("assignmentVersion", version);
        unassigned.putArray("technicianIds").add(technician.id());
        events.publish(Topics.ORDER_UNASSIGNED, unassigned, Service.WORKORDER);
    }

    private static int sees(Field field, Player who, OpenOrder order) {
        return field.phone().get(who, "/v1/work-orders/" + order.order()).status();
    }

    private static void end(Field field, OpenOrder opened) {
        field.phone().post(Player.DANA, "/v1/tickets/" + opened.ticket() + "/cancel", JobForms.reason("Doar o probă"));
    }
}
