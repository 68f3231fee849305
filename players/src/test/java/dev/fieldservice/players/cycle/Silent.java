package dev.fieldservice.players.cycle;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Player;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** An API that tells of a command no more than an id, and shows whatever one may want to see. */
final class Silent implements Driver {

    private static final String SCREEN = """
            {"items": [{"id": "1", "key": "1", "code": "tight", "kind": "YES_NO", "quantity": {"amount": "1"}, "onHand": {"amount": "1"}}],
             "lines": [{"id": "1", "partId": "1", "net": {"amount": "10.00"}, "received": {"amount": "12.000"}}],
             "purchaseOrderIds": ["1"], "receipts": [{"receiptId": "1"}], "settledOn": "2026-11-02", "open": {"amount": "12.10", "currency": "RON"}, "workTypeId": "1",
             "evidence": [{"kind": "AFTER", "count": 1, "taken": 0}], "technicians": [{"id": "%s"}], "appointmentId": "1", "usages": [{"id": "1"}],
             "window": {"start": "2026-11-02T08:00:00Z"}, "links": {"map": "geo:44.4269,26.0346"},
             "contact": "Maria Ionescu", "contentHash": "0123456789abcdef", "signature": {"valid": true},
             "visitState": "PAUSED", "version": 7, "hasThumbnail": true}""".formatted(Player.TUDOR.id());

    /** A drive that the phone proposes. */
    private static final String PROPOSALS = """
            {"proposals": [{"technicianId": "%s", "kind": "TRAVEL", "minutes": 25, "startedAt": "2026-11-02T07:30:00Z",
             "endedAt": "2026-11-02T07:55:00Z"}]}""".formatted(Player.TUDOR.id());

    private final boolean isProposing;

    Silent() {
        this(false);
    }

    /** @param isProposing it knows how long the drive took */
    Silent(boolean isProposing) {
        this.isProposing = isProposing;
    }

    /** What she has counted. */
    private static boolean isHerOwn(Player who, String path) {
        return who.equals(Player.STELA) && path.startsWith("/v1/stock-counts/") && path.endsWith("/approve");
    }

    /** Of two who want the same these are always the second. */
    private static final Set<String> LATE = Set.of("teodora", "doru", "alina");

    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());

    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** The last word of each address that something was sent to. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public Answer tryPost(Player who, String path, String body) {
        var command = path.substring(path.lastIndexOf('/') + 1);
        commands.add(command);
        paths.add(path);
        bodies.add(body);
        if (isHerOwn(who, path)) {
            return answer(403, "{}");
        }
        return LATE.contains(who.user()) ? answer(409, "{}") : answer(200, "{\"id\": \"1\"}");
    }

    @Override
    @CanIgnoreReturnValue
    public Answer edit(Player who, String screen, String path, String body) {
        return tryPost(who, path, body);
    }

    @Override
    @CanIgnoreReturnValue
    public Answer upload(Player who, String path, String mediaType, byte[] file) {
        return tryPost(who, path.replaceAll("/[^/]*$", ""), "");
    }

    @Override
    public Answer get(Player who, String path) {
        return answer(200, isProposing && path.endsWith("/time-proposals") && accepted() < 2 ? PROPOSALS : SCREEN);
    }

    @Override
    @CanIgnoreReturnValue
    public Answer await(Player who, String path, Predicate<Answer> wanted) {
        return get(who, path);
    }

    /** The job, and then the proposal. */
    private long accepted() {
        return paths.stream()
                .filter(path -> path.startsWith("/v1/work-orders/") && path.endsWith("/accept"))
                .count();
    }

    private static Answer answer(int status, String text) {
        return new Answer(status, HttpHeaders.of(Map.of(), (name, value) -> true), text);
    }
}
