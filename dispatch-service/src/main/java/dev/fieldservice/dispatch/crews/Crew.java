package dev.fieldservice.dispatch.crews;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.UUID;

/** Technicians who are planned together. An appointment keeps the members of the day it was planned. */
@Entity
public class Crew extends Aggregate {

    String name;
    UUID leadId;
    UUID[] memberIds;

    protected Crew() {}

    static Crew form(CrewDetails details, By by) {
        Crew crew = new Crew();
        crew.id = Ids.next();
        crew.set(details);
        crew.note("FORMED", by, by.at(), null);
        return crew;
    }

    void change(CrewDetails details, By by) {
        set(details);
        note("CHANGED", by, by.at(), null);
    }

    private void set(CrewDetails details) {
        if (!details.memberIds().contains(details.leadId())) {
            throw Refusal.RuleViolated.at("/leadId", "lead-not-in-crew", "The lead must be one of the members.");
        }
        name = details.name();
        leadId = details.leadId();
        memberIds = details.memberIds().stream().distinct().toArray(UUID[]::new);
    }

    public UUID leadId() {
        return leadId;
    }

    public List<UUID> memberIds() {
        return List.of(memberIds);
    }

    @Override
    public String kind() {
        return "crew";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
