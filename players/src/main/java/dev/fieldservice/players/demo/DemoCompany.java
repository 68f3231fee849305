package dev.fieldservice.players.demo;

import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Office;
import dev.fieldservice.players.company.Store;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.forms.OfficeForms;
import dev.fieldservice.players.story.Story;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the realm's own people open the company. What an earlier run left is used again. */
public final class DemoCompany {

    private final Driver driver;
    private final Story story;
    private final Office office;

    private DemoCompany(Driver driver, Story story) {
        this.driver = driver;
        this.story = story;
        this.office = new Office(driver);
    }

    public static Company open(Driver driver, Story story) {
        return new DemoCompany(driver, story).open();
    }

    private Company open() {
        story.chapter("Before the phone rings");
        story.does(
                Player.ADMIN,
                "enters the company: %s, its account, hours, holidays, RON".formatted(OfficeForms.COMPANY),
                office::company);
        technician(Player.TUDOR, "Tudor Ionescu");
        technician(Player.TEODORA, "Teodora Pop");
        var territory = story.does(
                Player.DANA,
                "draws the territory " + OfficeForms.AREA,
                () -> driver.create(Player.DANA, "/v1/territories", OfficeForms.territory()));
        var van = story.does(Player.STELA, "has a van for Tudor", this::vanOfTudor);
        var parts = new EnumMap<Article, String>(Article.class);
        parts.put(Article.VALVE, registered(Article.VALVE, "an expansion valve"));
        parts.put(
                Article.REFRIGERANT,
                story.does(
                        Player.STELA,
                        "registers refrigerant R-449A: less than %s kg is too little".formatted(Store.REORDER_POINT),
                        () -> office.reordered(Article.REFRIGERANT, Store.REORDER_POINT)));
        story.does(
                Player.STELA,
                "puts a valve into the van",
                () -> office.receive(van, parts.get(Article.VALVE), "TXV-2025-0480"));
        var warehouse = story.does(Player.STELA, "has a warehouse", () -> office.shelf("Depozit Militari"));
        var supplier = story.does(Player.BOGDAN, "registers a supplier, who takes orders by mail", office::supplier);
        story.does(Player.ANA, "sets prices, hourly rates and the tax rate", () -> priced(parts));
        story.does(Player.ANA, "and what parts and hours cost the company", () -> costed(parts));
        var kind = story.does(Player.DANA, "defines a kind of work: leak test and service", office::workType);
        return new Company(List.of(new Technician(Player.TUDOR, "Tudor Ionescu", van, false)), parts, territory)
                .doing(kind)
                .buyingFor(new Store(warehouse, supplier, Optional.of(parts.get(Article.REFRIGERANT))));
    }

    private void technician(Player person, String name) {
        if (!driver.get(Player.DANA, "/v1/technicians/" + person.id()).isOk()) {
            story.does(Player.DANA, "registers the technician " + name, () -> office.technician(person, name));
        }
    }

    private String vanOfTudor() {
        var known = driver.get(Player.STELA, "/v1/stock-locations?technicianId=" + Player.TUDOR.id())
                .text("/items/0/id");
        return known.isEmpty() ? office.van("Duba B-101-FRG", Player.TUDOR) : known;
    }

    private String registered(Article article, String words) {
        return story.does(Player.STELA, "registers " + words, () -> office.part(article));
    }

    private Map<Article, String> priced(Map<Article, String> parts) {
        parts.forEach((article, part) -> office.price(part, article));
        office.rates(1, "180.00", "90.00");
        return parts;
    }

    private Map<Article, String> costed(Map<Article, String> parts) {
        parts.forEach((article, part) -> office.cost(part, article));
        office.costRates("70.00", "40.00");
        office.kilometres("2.35", "1.15");
        return parts;
    }
}
