package dev.fieldservice.ticket.locations;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.ticket.company.CalendarDetails;
import dev.fieldservice.ticket.company.PublicHolidays;
import dev.fieldservice.ticket.company.WorkTime;
import dev.fieldservice.ticket.customers.Belonging;
import dev.fieldservice.ticket.externalids.ExternalId;
import dev.fieldservice.ticket.externalids.ExternalIds;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A site of the customer's where work is done. */
@Entity
public class ServiceLocation extends Aggregate {

    UUID customerId;
    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    Address address;

    /** Null where nobody knows where it lies, and so is the longitude. */
    Double latitude;

    Double longitude;
    String timeZone;
    String accessNotes;

    /** Null where the company's holds. */
    @JdbcTypeCode(SqlTypes.JSON)
    CalendarDetails calendar;

    @JdbcTypeCode(SqlTypes.JSON)
    ExternalIds externalIds = ExternalIds.NONE;

    protected ServiceLocation() {}

    public static ServiceLocation register(ServiceLocationDetails details, By by) {
        ServiceLocation location = new ServiceLocation();
        location.id = Ids.next();
        location.customerId = details.customerId();
        location.set(details);
        location.note("REGISTERED", by, by.at(), null);
        return location;
    }

    /** False for the same once more. */
    public boolean differsFrom(ServiceLocationDetails details) {
        return !details().equals(details);
    }

    public ServiceLocationDetails details() {
        return new ServiceLocationDetails(customerId, name, address, position(), timeZone, accessNotes, calendar);
    }

    /** By which what is promised in working hours counts there; empty where the company's calendar holds. */
    public Optional<Uni<WorkTime>> workTime(PublicHolidays holidays) {
        return Optional.ofNullable(calendar).map(own -> WorkTime.of(own, ZoneId.of(timeZone), holidays));
    }

    /** Null where nobody knows it. */
    GeoPoint position() {
        return latitude == null ? null : new GeoPoint(latitude, longitude);
    }

    public void change(ServiceLocationDetails details, By by) {
        Belonging.requireUnchanged(customerId, details.customerId());
        if (differsFrom(details)) {
            set(details);
            note("CHANGED", by, by.at(), null);
        }
    }

    public boolean isCalled(ExternalId id) {
        return externalIds.contain(id);
    }

    /** Of each system it has one id. */
    public void isKnownAs(ExternalId id, By by) {
        if (!isCalled(id)) {
            externalIds = externalIds.with(id);
            note("EXTERNAL_ID_SET", by, by.at(), id.toString());
        }
    }

    private void set(ServiceLocationDetails details) {
        name = details.name();
        address = details.address();
        latitude = details.position() == null ? null : details.position().latitude();
        longitude = details.position() == null ? null : details.position().longitude();
        timeZone = details.timeZone();
        accessNotes = details.accessNotes();
        calendar = details.calendar();
    }

    public boolean belongsTo(UUID customer) {
        return customerId.equals(customer);
    }

    public LocationRef ref() {
        return new LocationRef(id, name, address, position(), timeZone, accessNotes);
    }

    @Override
    public String kind() {
        return "service-location";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
