package dev.fieldservice.systemtests.apilint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.local.StackAddress;
import dev.fieldservice.local.demo.Api;
import dev.fieldservice.local.demo.Cycle;
import dev.fieldservice.local.demo.Player;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Looks, after a cycle, at everything that can be looked at and that the cycle itself does not look at. */
record EveryRead(StackAddress stack, Api api, Cycle cycle) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> LISTS_OF_DISPATCHERS = List.of(
            "/v1/customers",
            "/v1/tickets",
            "/v1/technicians",
            "/v1/crews",
            "/v1/territories",
            "/v1/service-orders",
            "/v1/work-orders");
    private static final List<String> LISTS_OF_STOREKEEPERS =
            List.of("/v1/parts", "/v1/stock-locations", "/v1/stock-levels", "/v1/stock-movements", "/v1/discrepancies");
    private static final List<String> LISTS_OF_ACCOUNTANTS =
            List.of("/v1/invoices", "/v1/billing-cases", "/v1/part-prices", "/v1/labour-rates", "/v1/tax-rates");

    void play() {
        LISTS_OF_DISPATCHERS.forEach(path -> listAndItems(Player.DANA, path));
        LISTS_OF_STOREKEEPERS.forEach(path -> listAndItems(Player.STELA, path));
        LISTS_OF_ACCOUNTANTS.forEach(path -> listAndItems(Player.ANA, path));
        ofTheCustomer();
        ofTheJob();
    }

    private void ofTheCustomer() {
        String customer = read(Player.DANA, "/v1/tickets/" + cycle.ticket()).text("/customerId");
        for (String path : List.of("/v1/contacts", "/v1/service-locations", "/v1/assets")) {
            Api.Reply found = read(Player.DANA, path + "?customerId=" + customer);
            read(Player.DANA, path + "/" + found.text("/items/0/id"));
        }
    }

    private void ofTheJob() {
        String job = "/v1/work-orders/" + cycle.order();
        String appointment = "/v1/appointments/" + read(Player.TUDOR, job).text("/appointmentId");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String range = "?from=" + now.minus(1, ChronoUnit.DAYS) + "&to=" + now.plus(29, ChronoUnit.DAYS);
        for (String path : List.of(
                job + "/history",
                job + "/signing-content",
                job + "/signature/content",
                appointment,
                "/v1/my-day",
                "/v1/calendar" + range)) {
            read(Player.TUDOR, path);
        }
        read(Player.DANA, appointment + "/delays");
        String tudor = new SignIn(stack).token(Player.TUDOR);
        file(tudor, job + "/signature/image", "image/png");
        file(tudor, "/v1/calendar.ics" + range, "text/calendar");
    }

    private void listAndItems(Player player, String path) {
        Api.Reply list = read(player, path + "?limit=2");
        if (list.body().at("/items/0/id").isTextual() && !path.endsWith("-movements")) {
            read(player, path + "/" + list.text("/items/0/id"));
        }
        if (list.body().has("nextCursor")) {
            read(player, path + "?limit=2&cursor=" + list.text("/nextCursor"));
        }
    }

    private void file(String token, String path, String type) {
        HttpRequest request = HttpRequest.newBuilder(stack.gateway().resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", type)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @CanIgnoreReturnValue
    private Api.Reply read(Player player, String path) {
        Api.Reply reply = api.get(player, path);
        if (!reply.isOk()) {
            throw new AssertionError(
                    "GET %s by %s was answered %d %s".formatted(path, player.user(), reply.status(), reply.body()));
        }
        return reply;
    }
}
