package dev.fieldservice.players.company;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.OfficeForms;
import dev.fieldservice.players.forms.PurchaseForms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;

/** What the office enters before the phone rings: people, parts and where they are kept, prices. */
public record Office(Driver driver) {

    private static final String PLENTY = "100000";

    /** From yesterday on, whatever day it is at the company. */
    private static LocalDate yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }

    /** The same once more changes nothing. */
    @CanIgnoreReturnValue
    public Answer company() {
        return driver.edit(Player.ADMIN, "/v1/company", "/v1/company", OfficeForms.company());
    }

    @CanIgnoreReturnValue
    public Answer technician(Player person, String name) {
        return driver.post(Player.DANA, "/v1/technicians", OfficeForms.technician(person, name));
    }

    /** A kind of work with a checklist; its id. */
    public String workType() {
        return driver.create(Player.DANA, "/v1/work-types", OfficeForms.workType());
    }

    public String part(Article article) {
        return part(article.number(), article.title(), article.unit(), article.isSerialised());
    }

    public String part(String number, String name, String unit, boolean serialised) {
        return driver.create(Player.STELA, "/v1/parts", OfficeForms.part(number, name, unit, serialised));
    }

    /** Of which there shall be so much at least. */
    public String reordered(Article article, String reorderPoint) {
        return driver.create(Player.STELA, "/v1/parts", article.reordered(reorderPoint));
    }

    /** One who takes orders by mail; the id. */
    public String supplier() {
        return driver.create(Player.BOGDAN, "/v1/suppliers", PurchaseForms.supplier());
    }

    public String van(String name, Player technician) {
        return driver.create(Player.STELA, "/v1/stock-locations", OfficeForms.van(name, technician));
    }

    public String shelf(String name) {
        return driver.create(Player.STELA, "/v1/stock-locations", OfficeForms.shelf(name));
    }

    /** The receipt's id. */
    @CanIgnoreReturnValue
    public String receive(String location, String part, String amount, String unit) {
        return driver.create(Player.STELA, "/v1/stock-receipts", OfficeForms.receipt(location, part, amount, unit));
    }

    /** The same, where it is known what a unit cost. */
    @CanIgnoreReturnValue
    public String receive(String location, String part, String amount, Article article) {
        return driver.create(
                Player.STELA,
                "/v1/stock-receipts",
                OfficeForms.receiptAt(location, part, amount, article.unit(), article.cost()));
    }

    /** One piece that has a serial number; the receipt's id. */
    @CanIgnoreReturnValue
    public String receive(String location, String part, String serial) {
        return driver.create(Player.STELA, "/v1/stock-receipts", OfficeForms.receipt(location, part, serial));
    }

    public void price(String part, Article article) {
        driver.postWhenHeardOf(
                Player.ANA, "/v1/part-prices", OfficeForms.partPrice(part, article.price(), yesterday()));
    }

    /** What a unit costs the company. */
    public void cost(String part, Article article) {
        driver.postWhenHeardOf(Player.ANA, "/v1/part-costs", OfficeForms.partCost(part, article.cost(), yesterday()));
    }

    /** What hours cost the company, in lei. Another run on the same data may have set them. */
    public void costRates(String labour, String travel) {
        driver.postIfMissing(Player.ANA, "/v1/cost-rates", OfficeForms.costRate("LABOUR", labour, yesterday()));
        driver.postIfMissing(Player.ANA, "/v1/cost-rates", OfficeForms.costRate("TRAVEL", travel, yesterday()));
    }

    /** What a kilometre is sold for, and what it costs the company, in lei. The same. */
    public void kilometres(String price, String cost) {
        driver.postIfMissing(Player.ANA, "/v1/price-rules", OfficeForms.kilometrePrice(price, yesterday()));
        driver.postIfMissing(Player.ANA, "/v1/cost-rates", OfficeForms.kilometreCost(cost, yesterday()));
    }

    /**
     * In lei per hour; and the tax. Another run on the same data may have set them.
     *
     * @param daysAgo since when they hold: those of a later day come before those of an earlier one
     */
    public void rates(int daysAgo, String labour, String travel) {
        var from = LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo);
        driver.postIfMissing(Player.ANA, "/v1/labour-rates", OfficeForms.labourRate("LABOUR", labour, from));
        driver.postIfMissing(Player.ANA, "/v1/labour-rates", OfficeForms.labourRate("TRAVEL", travel, from));
        driver.postIfMissing(Player.ANA, "/v1/tax-rates", OfficeForms.taxRate(from));
    }

    /** Registers the articles with their prices; the id of each. */
    public Map<Article, String> priced(Article... articles) {
        var parts = new EnumMap<Article, String>(Article.class);
        for (var article : articles) {
            var part = part(article);
            price(part, article);
            parts.put(article, part);
        }
        return parts;
    }

    /** A technician with a van of their own that has plenty of everything in it but of what has serial numbers. */
    public Technician equipped(Player person, String name, boolean isSupervisorToo, Map<Article, String> parts) {
        technician(person, name);
        var van = van("Duba " + name, person);
        parts.forEach((article, part) -> {
            if (!article.isSerialised()) {
                receive(van, part, PLENTY, article.unit());
            }
        });
        return new Technician(person, name, van, isSupervisorToo);
    }
}
