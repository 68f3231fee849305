package dev.fieldservice.systemtests.access;

import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.OfficeForms;
import java.time.LocalDate;
import java.util.Map;

/** What the accountant keeps beside invoices. */
record Books(Api api) {

    /** In force long after all that is done here. */
    private static final LocalDate FROM = LocalDate.of(2098, 1, 1);

    /** By the collection they are in. */
    Map<String, String> costs(String part) {
        api.postIfMissing(Player.ANA, "/v1/cost-rates", OfficeForms.costRate("LABOUR", "70.00", FROM));
        return Map.of(
                "part-costs",
                api.create(Player.ANA, "/v1/part-costs", OfficeForms.partCost(part, "41.00", FROM)),
                "cost-rates",
                api.get(Player.ANA, "/v1/cost-rates?limit=1").text("/items/0/id"));
    }

    /** What was issued is in the journal, which is exported. */
    String exported() {
        return api.create(Player.ANA, "/v1/journal-exports", """
                {"upTo": "2098-12-31"}""");
    }
}
