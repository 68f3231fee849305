package dev.fieldservice.dispatch.technicians;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;

/** Somebody who is sent to customers. The id is the subject of their access token, so ownership needs no look-up. */
@Entity
public class Technician extends Aggregate {

    String name;
    String phone;
    String email;
    String[] skills;
    UUID[] territoryIds;

    /** No part of what people enter, and so no new version for them. */
    @OptimisticLock(excluded = true)
    Instant doubleBookedUntil;

    protected Technician() {}

    static Technician register(TechnicianDetails details, By by) {
        Technician technician = new Technician();
        technician.id = details.userId();
        technician.set(details);
        technician.note("REGISTERED", by, by.at(), null);
        return technician;
    }

    void change(TechnicianDetails details, By by) {
        if (!id.equals(details.userId())) {
            throw Refusal.RuleViolated.at("/userId", "user-is-fixed", "A technician stays the same user: " + id + ".");
        }
        set(details);
        note("CHANGED", by, by.at(), null);
    }

    private void set(TechnicianDetails details) {
        name = details.name();
        phone = details.phone();
        email = details.email();
        skills = details.skills().stream().distinct().toArray(String[]::new);
        territoryIds = details.territoryIds().stream().distinct().toArray(UUID[]::new);
    }

    boolean isNamed(String other) {
        return name.equals(other);
    }

    public String name() {
        return name;
    }

    public List<String> skills() {
        return List.of(skills);
    }

    /** Has plans in a time in which a visit takes place that was thought not to. Kept with the lock of its row. */
    public void doubleBooked(Instant until) {
        if (!mayBeDoubleBookedAfter(until)) {
            doubleBookedUntil = until;
        }
    }

    /** False spares whoever plans a look into the calendar: the last of the double bookings is over by then. */
    public boolean mayBeDoubleBookedAfter(Instant time) {
        return doubleBookedUntil != null && doubleBookedUntil.isAfter(time);
    }

    @Override
    public String kind() {
        return "technician";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
