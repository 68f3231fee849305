package dev.fieldservice.players.demo;

import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import java.util.List;

/** From the review to the closed ticket. */
final class Closing extends Scene {

    private static final List<String> SERVICES =
            List.of("ticket-service", "dispatch-service", "workorder-service", "inventory-service", "billing-service");

    private final String ticket;
    private final String order;

    Closing(Api api, Story story, String ticket, String order) {
        super(api, story);
        this.ticket = ticket;
        this.order = order;
    }

    void review(TechnicianVisit visit) {
        story.chapter("Somebody else examines it");
        var job = "/v1/work-orders/" + order;
        command(Player.SORIN, "sends it back: the leak test must be described", job + "/send-back", """
                {"reason": "Descrieți proba de etanșeitate."}""");
        visit.comment("describes it", "24 bar azot, 30 de minute, fără cădere de presiune.");
        visit.sign();
        visit.complete();
        command(Player.SORIN, "approves: the job is officially closed", job + "/approve", "{}");
        becomes(
                "ticket-service",
                "job-closed",
                "the ticket is RESOLVED",
                Player.DANA,
                "/v1/tickets/" + ticket,
                "RESOLVED");
        var ended = story.does(Player.TUDOR, "ends the day", () -> api.tryPost(Player.TUDOR, "/v1/my-day/end", ""));
        story.holds(ended.isOk() || ended.text("/code").equals("day-ended"), "his day is over");
    }

    String invoice() {
        story.chapter("Finance");
        var drafts = "/v1/invoices?orderId=" + order;
        var invoice = story.follows(
                "billing-service",
                "job-closed",
                "exactly one invoice draft, priced",
                () -> api.awaitFirst(Player.ANA, drafts));
        var issued = command(Player.ANA, "issues it", "/v1/invoices/" + invoice + "/issue", "");
        new InvoicePrint(story).print(issued.body());
        becomes(
                "ticket-service",
                "invoice-issued",
                "the ticket is CLOSED",
                Player.DANA,
                "/v1/tickets/" + ticket,
                "CLOSED");
        return invoice;
    }

    void timeline() {
        var path = "/v1/tickets/" + ticket + "/timeline";
        var told = story.does(
                Player.SORIN,
                "reads the ticket's one timeline",
                () -> api.await(
                        Player.SORIN,
                        path,
                        r -> r.body().at("/items").findValuesAsText("service").containsAll(SERVICES)));
        told.body()
                .at("/items")
                .forEach(step -> story.line("  %-24s %-18s %-18s %-22s %s"
                        .formatted(
                                step.at("/recordedAt").asText().replaceAll("(\\.\\d{3})\\d*Z$", "$1Z"),
                                step.at("/service").asText(),
                                step.at("/actorName").asText(),
                                step.at("/action").asText(),
                                step.at("/reason").asText())));
        story.line("       ✓ all five services stand in it");
    }
}
