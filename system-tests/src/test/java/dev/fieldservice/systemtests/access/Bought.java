package dev.fieldservice.systemtests.access;

import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.OfficeForms;
import dev.fieldservice.players.forms.PurchaseForms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** What the buyer orders, and what the supplier asks for it. */
record Bought(Api api) {

    /** By the collection they are in; nothing of it is received, so that all stays where it is. */
    Map<String, String> of(String part, String shelf) {
        var made = new HashMap<String, String>();
        var supplier = api.create(Player.BOGDAN, "/v1/suppliers", PurchaseForms.supplier());
        made.put("suppliers", supplier);
        made.put(
                "supplier-parts",
                api.create(Player.BOGDAN, "/v1/supplier-parts", PurchaseForms.offer(supplier, part, "EA", "41.00")));
        var order = api.create(
                Player.BOGDAN, "/v1/purchase-orders", PurchaseForms.order(supplier, shelf, part, "10", "EA"));
        made.put("purchase-orders", order);
        var line = api.get(Player.BOGDAN, "/v1/purchase-orders/" + order).text("/lines/0/id");
        made.put("purchaseLineId", line);
        made.put(
                "purchase-proposals",
                api.create(Player.BOGDAN, "/v1/purchase-proposals", PurchaseForms.proposal(shelf)));
        var placed = placed(supplier, part, shelf);
        made.put(
                "supplier-invoices",
                api.create(
                        Player.ANA,
                        "/v1/supplier-invoices",
                        PurchaseForms.invoice(
                                placed,
                                api.get(Player.BOGDAN, "/v1/purchase-orders/" + placed)
                                        .text("/lines/0/id"),
                                "EA",
                                "41.00",
                                LocalDate.now(ZoneOffset.UTC).minusDays(1))));
        return made;
    }

    /** One that is placed, and on paper; its id. */
    String printed(String supplier, String part, String shelf) {
        var order = placed(supplier, part, shelf);
        api.await(
                Player.BOGDAN,
                "/v1/purchase-orders/" + order,
                seen -> !seen.text("/sentAt").isEmpty());
        return order;
    }

    /** Of the receipt, which stays where it is; its id. */
    String draftedReturn(String supplier, String receipt) {
        return api.create(
                Player.STELA, "/v1/supplier-returns", PurchaseForms.supplierReturn(supplier, receipt, "1", "EA"));
    }

    /** One that is sent, and on paper; its id. What it returns came for it. */
    String printedReturn(String supplier, String part, String shelf) {
        var receipt = api.create(Player.STELA, "/v1/stock-receipts", OfficeForms.receipt(shelf, part, "1", "EA"));
        var goingBack = draftedReturn(supplier, receipt);
        api.post(Player.STELA, "/v1/supplier-returns/" + goingBack + "/send", "");
        api.await(
                Player.STELA,
                "/v1/supplier-returns/" + goingBack,
                seen -> seen.text("/printed").equals("true"));
        return goingBack;
    }

    private String placed(String supplier, String part, String shelf) {
        var order =
                api.create(Player.BOGDAN, "/v1/purchase-orders", PurchaseForms.order(supplier, shelf, part, "1", "EA"));
        api.post(Player.BOGDAN, "/v1/purchase-orders/" + order + "/order", "{}");
        return order;
    }
}
