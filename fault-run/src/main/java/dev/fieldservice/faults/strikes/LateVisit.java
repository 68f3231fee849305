package dev.fieldservice.faults.strikes;

import static dev.fieldservice.local.Service.DISPATCH;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.cycle.OpenOrder;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A visit that stays planned for as long as a fault wants, so that the mail about its delay is due all the time. */
final class LateVisit extends WatchedMail {

    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final int FIRST_DAY = 5;
    private static final int LAST_DAY = 25;

    private final OpenOrder opened;
    private final Slot slot;
    private final String appointment;

    private LateVisit(Field field, OpenOrder opened, Slot slot, String appointment) {
        super(field, DISPATCH);
        this.opened = opened;
        this.slot = slot;
        this.appointment = appointment;
    }

    /** On a day that is in nobody's way. */
    static LateVisit planned(Field field) {
        OpenOrder opened = OpenOrder.call(field.phone());
        List<Technician> technicians = field.company().technicians();
        Technician technician = technicians.get(field.random().nextInt(technicians.size()));
        Slot slot = Slot.of(
                Instant.now()
                        .plus(field.between(Duration.ofDays(FIRST_DAY), Duration.ofDays(LAST_DAY)))
                        .truncatedTo(ChronoUnit.MINUTES),
                LENGTH);
        field.phone()
                .post(
                        Player.DANA,
                        "/v1/service-orders/" + opened.order() + "/assign",
                        JobForms.assignment(technician.person(), slot));
        String appointment = field.databases()
                .list(DISPATCH, "select id from appointment where order_id = ?", UUID.fromString(opened.order()))
                .getFirst();
        return new LateVisit(field, opened, slot, appointment);
    }

    /** Says that the technician will be late; from now on a mail is due. */
    @Override
    void announce() {
        var notice = field().phone()
                .post(
                        Player.DANA,
                        "/v1/appointments/" + appointment + "/delay",
                        JobForms.delay(slot.start().plus(LENGTH)))
                .text("/id");
        watch(notice, only("select recipient from delay_notice where id = ?", UUID.fromString(notice)));
    }

    @Override
    String state() {
        return only("select state from delay_notice where id = ?", UUID.fromString(id()));
    }

    @Override
    String waiting() {
        return "PENDING";
    }

    @Override
    String sent() {
        return "SENT";
    }

    @Override
    void callOff() {
        field().phone()
                .post(Player.DANA, "/v1/tickets/" + opened.ticket() + "/cancel", JobForms.reason("Doar o probă"));
    }
}
