package dev.fieldservice.workorder.parts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A warehouse or a technician's van, as far as this service has heard of it. */
@Entity
public class StockPlace {

    @Id
    UUID locationId;

    long locationVersion;
    String kind;
    String name;
    UUID technicianId;

    protected StockPlace() {}
}
