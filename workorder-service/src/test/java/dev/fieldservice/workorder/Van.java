package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import java.util.Map;
import java.util.UUID;

/** What inventory has told: a technician's van, refrigerant by the kilogram, and compressors of two kinds with serial numbers. */
record Van(UUID id, UUID refrigerant, UUID compressor, UUID successor) {

    static Van of(Worker technician) {
        Van van = new Van(Ids.next(), Ids.next(), Ids.next(), Ids.next());
        Events.publish(
                Topics.PART_REGISTERED,
                van.refrigerant,
                part(van.refrigerant, 1, "R-449A", "Agent frigorific", "KGM", false));
        Events.publish(
                Topics.PART_REGISTERED,
                van.compressor,
                part(van.compressor, 1, "ZB45", "Compresor scroll", "EA", true));
        Events.publish(
                Topics.PART_REGISTERED,
                van.successor,
                part(van.successor, 1, "ZB48", "Compresor scroll, urmașul lui ZB45", "EA", true));
        Events.publish(
                Topics.STOCK_LOCATION_REGISTERED,
                van.id,
                Map.of(
                        "locationId",
                        van.id,
                        "locationVersion",
                        1,
                        "kind",
                        "VEHICLE",
                        "name",
                        "Duba lui " + technician.name(),
                        "technicianId",
                        technician.id()));
        return van;
    }

    /** Waits until all that was told is known; {@code job} must be under way. */
    static Van knownTo(Job job) {
        Van van = of(job.technician());
        eventually(() -> assertThat(job.technician()
                        .post(job.path("parts"), van.wrongUnit(van.refrigerant))
                        .path("code")
                        .toString())
                .isEqualTo("wrong-unit"));
        eventually(() -> assertThat(job.technician()
                        .post(job.path("parts"), van.wrongUnit(van.compressor))
                        .path("code")
                        .toString())
                .isEqualTo("wrong-unit"));
        eventually(() -> assertThat(Tables.count("known_part where part_id = '" + van.successor + "'"))
                .isOne());
        eventually(() -> assertThat(Tables.count("stock_place where location_id = '" + van.id + "'"))
                .isOne());
        return van;
    }

    /** A warehouse that is known, from which anybody takes. */
    static UUID shelf() {
        UUID id = Ids.next();
        Events.publish(
                Topics.STOCK_LOCATION_REGISTERED,
                id,
                Map.of("locationId", id, "locationVersion", 1, "kind", "WAREHOUSE", "name", "Raft"));
        eventually(() -> assertThat(Tables.count("stock_place where location_id = '" + id + "'"))
                .isOne());
        return id;
    }

    private Map<String, Object> wrongUnit(UUID part) {
        return Map.of("partId", part, "quantity", quantity("1", "MTR"));
    }

    Map<String, Object> refrigerant(String kilograms) {
        return Map.of("partId", refrigerant, "quantity", quantity(kilograms, "KGM"));
    }

    Map<String, Object> compressor(String serial) {
        return Map.of(
                "partId",
                compressor,
                "quantity",
                quantity("1", "EA"),
                "installedSerial",
                serial,
                "removedSerial",
                "ZB45-2019-0003");
    }

    static Map<String, Object> quantity(String amount, String unit) {
        return Map.of("amount", amount, "unit", unit);
    }

    static Map<String, Object> part(
            UUID id, int version, String number, String name, String unit, boolean isSerialised) {
        return Map.of(
                "partId", id,
                "partVersion", version,
                "number", number,
                "name", name,
                "unit", unit,
                "serialised", isSerialised);
    }
}
