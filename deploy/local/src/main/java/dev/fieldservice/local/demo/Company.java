package dev.fieldservice.local.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The refrigeration company before the phone rings: its technicians, a van with parts in it, and its prices. What an
 * earlier run left is used again.
 */
public final class Company {

    static final String AREA_NAME = "București Vest";
    private static final List<Map<String, Double>> AREA = List.of(
            Map.of("latitude", 44.35, "longitude", 25.95),
            Map.of("latitude", 44.35, "longitude", 26.10),
            Map.of("latitude", 44.50, "longitude", 26.10),
            Map.of("latitude", 44.50, "longitude", 25.95));

    private final Api api;
    private final Story story;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private String territory = "";
    private String van = "";
    private String valve = "";
    private String refrigerant = "";

    public Company(Api api, Story story) {
        this.api = api;
        this.story = story;
    }

    public String territory() {
        return territory;
    }

    public String van() {
        return van;
    }

    /** An expansion valve, kept by serial number. */
    public String valve() {
        return valve;
    }

    /** Refrigerant R-449A, by the kilogram. */
    public String refrigerant() {
        return refrigerant;
    }

    public void isReady() {
        story.chapter("Before the phone rings");
        List.of(Player.TUDOR, Player.TEODORA).forEach(this::technician);
        territory = story.does(
                Player.DANA,
                "draws the territory " + AREA_NAME,
                () -> api.post(Player.DANA, "/v1/territories", Map.of("name", AREA_NAME + " " + run, "boundary", AREA))
                        .text("/id"));
        van = story.does(Player.STELA, "has a van for Tudor", this::vanOfTudor);
        valve = story.does(
                Player.STELA,
                "registers an expansion valve",
                () -> part("TXV", "Ventil de expansiune TXV", "EA", true));
        refrigerant = story.does(
                Player.STELA,
                "registers refrigerant R-449A",
                () -> part("R449A", "Agent frigorific R-449A", "KGM", false));
        story.does(Player.STELA, "loads 2 valves and 10 kg of refrigerant into the van", () -> {
            receipt(valve, "2", "EA");
            return receipt(refrigerant, "10", "KGM");
        });
        story.does(Player.ANA, "sets prices, hourly rates and the tax rate", this::prices);
    }

    private void technician(Player player) {
        if (api.get(Player.DANA, "/v1/technicians/" + player.id()).isOk()) {
            return;
        }
        String name = player == Player.TUDOR ? "Tudor Ionescu" : "Teodora Pop";
        story.does(
                Player.DANA,
                "registers the technician " + name,
                () -> api.post(
                        Player.DANA,
                        "/v1/technicians",
                        Map.of(
                                "userId",
                                player.id(),
                                "name",
                                name,
                                "phone",
                                "+40 722 555 001",
                                "skills",
                                List.of("refrigeration"))));
    }

    private String vanOfTudor() {
        Api.Reply known = api.get(Player.STELA, "/v1/stock-locations?technicianId=" + Player.TUDOR.id());
        if (known.isOk() && known.body().at("/items/0/id").isTextual()) {
            return known.text("/items/0/id");
        }
        return api.post(
                        Player.STELA,
                        "/v1/stock-locations",
                        Map.of("kind", "VEHICLE", "name", "Duba B-101-FRG", "technicianId", Player.TUDOR.id()))
                .text("/id");
    }

    private String part(String number, String name, String unit, boolean serialised) {
        return api.post(
                        Player.STELA,
                        "/v1/parts",
                        Map.of("number", number + "-" + run, "name", name, "unit", unit, "serialised", serialised))
                .text("/id");
    }

    @CanIgnoreReturnValue
    private Api.Reply receipt(String part, String amount, String unit) {
        return api.post(
                Player.STELA,
                "/v1/stock-receipts",
                Map.of("locationId", van, "partId", part, "quantity", Map.of("amount", amount, "unit", unit)));
    }

    private Api.Reply prices() {
        String today = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1).toString();
        price("/v1/part-prices", Map.of("partId", valve, "unitPrice", lei("389.90"), "validFrom", today));
        price("/v1/part-prices", Map.of("partId", refrigerant, "unitPrice", lei("214.55"), "validFrom", today));
        price("/v1/labour-rates", Map.of("kind", "LABOUR", "hourlyRate", lei("180.00"), "validFrom", today));
        price("/v1/labour-rates", Map.of("kind", "TRAVEL", "hourlyRate", lei("90.00"), "validFrom", today));
        return price("/v1/tax-rates", Map.of("category", "S", "percent", "21", "validFrom", today));
    }

    /** Conflict: an earlier run of the same day has set it. */
    @CanIgnoreReturnValue
    private Api.Reply price(String path, Object price) {
        Api.Reply reply = api.tryPost(Player.ANA, path, price);
        if (!reply.isOk() && reply.status() != 409) {
            throw new Api.CallFailed("POST " + path + " was answered " + reply.status() + " " + reply.body());
        }
        return reply;
    }

    private static Map<String, String> lei(String amount) {
        return Map.of("amount", amount, "currency", "RON");
    }
}
