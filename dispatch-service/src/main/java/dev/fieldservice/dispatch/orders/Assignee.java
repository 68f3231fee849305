package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.technicians.Technician;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A technician's part in an appointment; while it is active, nothing else can be planned for them in its window. */
@Entity
@Table(name = "appointment_technician")
public class Assignee {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    Appointment appointment;

    UUID technicianId;
    String name;
    boolean lead;
    Instant startsAt;
    Instant endsAt;
    boolean active;
    boolean doubleBooked;

    /** The visit was expected, or took place, at another time than planned: its plan takes nobody's time since. */
    boolean moved;

    /** Has taken it upon themselves to go, and not turned back: they cannot lose it any more. */
    boolean setOut;

    protected Assignee() {}

    Assignee(Appointment appointment, Technician technician) {
        this.id = Ids.next();
        this.appointment = appointment;
        this.technicianId = technician.id();
        this.name = technician.name();
    }

    void take(Window window) {
        startsAt = window.start();
        endsAt = window.end();
        active = true;
        doubleBooked = false;
        moved = false;
    }

    /** Holds its time again. A fact from the field is taken also where somebody else was promised that time meanwhile. */
    void holdAgain(boolean isBusyElsewhere) {
        active = true;
        doubleBooked = isBusyElsewhere;
    }

    void release() {
        active = false;
        doubleBooked = false;
    }
}
