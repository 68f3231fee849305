package dev.fieldservice.players.demo;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What the technician does, from the first look at the phone to the customer's signature. */
final class TechnicianVisit extends Scene {

    private static final Duration MAIL = Duration.ofSeconds(30);

    private final Company company;
    private final String job;
    private final String order;

    TechnicianVisit(Api api, Story story, Company company, String order) {
        super(api, story);
        this.company = company;
        this.order = order;
        this.job = "/v1/work-orders/" + order;
    }

    void theDay(Mailbox mailbox, String mail) {
        var card = story.follows(
                "workorder-service",
                "order-assigned",
                "the job is on Tudor's phone",
                () -> api.await(Player.TUDOR, job, Answer::isOk));
        story.holds(card.body().toString().contains("Maria Ionescu"), "it names the person to meet and her phone");
        story.holds(card.text("/links/map").startsWith("geo:44.4269,26.0346"), "one tap opens the map, and directions");
        story.chapter("The technician's day");
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var range = "?limit=200&from=" + now.minus(1, ChronoUnit.DAYS) + "&to=" + now.plus(29, ChronoUnit.DAYS);
        var calendar = story.does(
                Player.TUDOR, "opens the service calendar", () -> api.get(Player.TUDOR, "/v1/calendar" + range));
        story.holds(
                calendar.body().toString().contains(order), "the visit stands in it with all that dispatch entered");
        command(
                Player.TUDOR,
                "is late: one tap tells the customer",
                "/v1/appointments/" + card.text("/appointmentId") + "/delay",
                """
                {"expectedArrival": "%s", "reason": "Trafic pe Splai"}""".formatted(Instant.parse(card.text("/window/start")).plus(35, ChronoUnit.MINUTES)));
        var notice = story.follows(
                "dispatch-service", "SMTP", "Maria has a mail with the new time", () -> await(mailbox, mail));
        story.line("         \"" + notice.subject() + "\"");
        command(Player.TUDOR, "accepts", job + "/accept", "");
        command(Player.TUDOR, "sets off", job + "/travel", "{}");
    }

    void onSite() {
        story.chapter("On site");
        command(Player.TUDOR, "arrives", job + "/arrive", "{}");
        command(Player.TUDOR, "starts; the phone gives its GPS position, accurate to 8 m", job + "/start", Forms.START);
        becomes(
                "dispatch-service",
                "visit-progressed",
                "the order is IN_PROGRESS",
                Player.DANA,
                "/v1/service-orders/" + order,
                "IN_PROGRESS");
    }

    void partsFromTheVan() {
        story.chapter("Parts from the van");
        var serials = ", \"removedSerial\": \"TXV-2021-0017\", \"installedSerial\": \"TXV-2026-%s\""
                .formatted(UUID.randomUUID().toString().substring(0, 6));
        command(
                Player.TUDOR,
                "replaces the valve: serial out, serial in",
                job + "/parts",
                Forms.usage(company.valve(), "1", "EA", serials));
        leavesInTheVan(company.valve(), "1", "1 valve left in the van");
        command(
                Player.TUDOR,
                "refills 2.5 kg of refrigerant",
                job + "/parts",
                Forms.usage(company.refrigerant(), "2.5", "KGM", ""));
        leavesInTheVan(company.refrigerant(), "7.5", "7.5 kg left in the van");
    }

    void paperwork(String mail) {
        story.chapter("Before he leaves");
        comment("comments on what he found", "Ventilul de expansiune era fisurat; înlocuit, probă de etanșeitate.");
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        time(
                "enters 40 minutes of travel",
                "TRAVEL",
                now.minus(150, ChronoUnit.MINUTES),
                now.minus(110, ChronoUnit.MINUTES));
        time(
                "and 1 h 45 min of labour",
                "LABOUR",
                now.minus(110, ChronoUnit.MINUTES),
                now.minus(5, ChronoUnit.MINUTES));
        var etag = api.get(Player.TUDOR, job).etag();
        story.does(
                Player.TUDOR,
                "enters who approves at the customer's",
                () -> api.put(Player.TUDOR, job + "/approver", etag, Forms.approver(mail)));
        sign();
        complete();
        var next = story.does(
                Player.TUDOR, "asks for the next job", () -> api.tryPost(Player.TUDOR, "/v1/my-day/next", ""));
        story.holds(
                next.isOk() || next.text("/code").equals("day-ended"),
                "the phone knows what comes next, or that the day is over");
    }

    void comment(String what, String text) {
        command(Player.TUDOR, what, job + "/comments", Forms.comment(text));
    }

    void complete() {
        command(Player.TUDOR, "completes the work", job + "/complete", Forms.COMPLETE);
    }

    void sign() {
        var shown = story.does(
                Player.TUDOR, "shows Maria what she is to sign", () -> api.get(Player.TUDOR, job + "/signing-content"));
        var hash = shown.text("/contentHash");
        var signed = command(Player.TUDOR, "Maria signs on the screen", job + "/signature", Forms.signature(hash));
        story.holds(
                signed.body().at("/signature/valid").asBoolean(),
                "the signature is bound to content " + hash.substring(0, 12) + "…");
    }

    private void time(String what, String kind, Instant from, Instant to) {
        command(Player.TUDOR, what, job + "/time-entries", Forms.time(kind, from, to));
    }

    private void leavesInTheVan(String part, String amount, String what) {
        var level = "/v1/stock-levels?partId=" + part + "&locationId=" + company.van();
        story.follows(
                "inventory-service",
                "parts-consumed",
                what,
                () -> api.await(Player.STELA, level, r -> isAmount(r.text("/items/0/onHand/amount"), amount)));
    }

    private static boolean isAmount(String text, String wanted) {
        return !text.isEmpty() && new BigDecimal(text).compareTo(new BigDecimal(wanted)) == 0;
    }

    private static Mailbox.Mail await(Mailbox mailbox, String address) {
        long end = System.nanoTime() + MAIL.toNanos();
        List<Mailbox.Mail> mails = mailbox.of(address);
        while (mails.isEmpty() && System.nanoTime() < end) {
            mails = mailbox.of(address);
        }
        if (mails.isEmpty()) {
            throw new Api.CallFailed("no mail arrived for " + address);
        }
        return mails.getFirst();
    }
}
