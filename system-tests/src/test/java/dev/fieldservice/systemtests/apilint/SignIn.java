package dev.fieldservice.systemtests.apilint;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.local.StackAddress;
import dev.fieldservice.local.demo.Player;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Access tokens for programs that are not ours. */
record SignIn(StackAddress stack) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String token(Player player) {
        String form = "grant_type=password&client_id=demo-cli&scope=openid&password=demo&username=" + player.user();
        HttpRequest request = HttpRequest.newBuilder(stack.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JSON.readTree(answer).at("/access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
