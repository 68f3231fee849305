package dev.fieldservice.players.demo;

import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The refrigeration company before the phone rings: its technicians, a van with parts in it, and its prices. What an
 * earlier run left is used again.
 */
public final class Company {

    static final String AREA_NAME = "București Vest";
    private static final String AREA = """
            {"name": "%s %s", "boundary": [{"latitude": 44.35, "longitude": 25.95}, {"latitude": 44.35, "longitude": 26.10},
             {"latitude": 44.50, "longitude": 26.10}, {"latitude": 44.50, "longitude": 25.95}]}""";

    private final Api api;
    private final Story story;
    private final Office office;

    private String territory = "";
    private String van = "";
    private String valve = "";
    private String refrigerant = "";

    public Company(Api api, Story story) {
        this.api = api;
        this.story = story;
        this.office = new Office(api);
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
        technician(Player.TUDOR, "Tudor Ionescu");
        technician(Player.TEODORA, "Teodora Pop");
        var area = AREA.formatted(AREA_NAME, UUID.randomUUID());
        territory = story.does(
                Player.DANA,
                "draws the territory " + AREA_NAME,
                () -> api.create(Player.DANA, "/v1/territories", area));
        van = story.does(Player.STELA, "has a van for Tudor", this::vanOfTudor);
        valve = story.does(
                Player.STELA,
                "registers an expansion valve",
                () -> office.part("TXV", "Ventil de expansiune TXV", "EA", true));
        refrigerant = story.does(
                Player.STELA,
                "registers refrigerant R-449A",
                () -> office.part("R449A", "Agent frigorific R-449A", "KGM", false));
        story.does(Player.STELA, "loads 2 valves and 10 kg of refrigerant into the van", () -> {
            office.receive(van, valve, "2", "EA");
            return office.receive(van, refrigerant, "10", "KGM");
        });
        story.does(Player.ANA, "sets prices, hourly rates and the tax rate", () -> {
            var prices =
                    new Prices(api::postIfMissing, LocalDate.now(ZoneOffset.UTC).minusDays(1));
            prices.part(valve, "389.90");
            prices.part(refrigerant, "214.55");
            return prices.rates("180.00", "90.00");
        });
    }

    private void technician(Player player, String name) {
        if (!api.get(Player.DANA, "/v1/technicians/" + player.id()).isOk()) {
            story.does(Player.DANA, "registers the technician " + name, () -> office.technician(player, name));
        }
    }

    private String vanOfTudor() {
        var known = api.get(Player.STELA, "/v1/stock-locations?technicianId=" + Player.TUDOR.id())
                .text("/items/0/id");
        return known.isEmpty() ? office.van("Duba B-101-FRG", Player.TUDOR) : known;
    }
}
