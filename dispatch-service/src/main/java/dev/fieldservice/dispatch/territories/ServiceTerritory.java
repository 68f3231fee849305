package dev.fieldservice.dispatch.territories;

import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A piece of land that is planned as one. The database keeps its area as a polygon next to the corners. */
@Entity
public class ServiceTerritory extends Aggregate {

    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    Boundary boundary;

    protected ServiceTerritory() {}

    /** A list of its own type, so that it is read back as what it was. */
    record Boundary(List<GeoPoint> corners) {}

    static ServiceTerritory draw(TerritoryDetails details, By by) {
        ServiceTerritory territory = new ServiceTerritory();
        territory.id = Ids.next();
        territory.set(details);
        territory.note("DRAWN", by, by.at(), null);
        return territory;
    }

    void change(TerritoryDetails details, By by) {
        set(details);
        note("CHANGED", by, by.at(), null);
    }

    private void set(TerritoryDetails details) {
        name = details.name();
        boundary = new Boundary(details.boundary());
    }

    @Override
    public String kind() {
        return "territory";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
