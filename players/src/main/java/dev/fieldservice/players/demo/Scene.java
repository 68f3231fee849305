package dev.fieldservice.players.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;

/** What all parts of the cycle do: act as somebody, and wait for what follows. */
abstract class Scene {

    final Api api;
    final Story story;

    Scene(Api api, Story story) {
        this.api = api;
        this.story = story;
    }

    /** Creates something; the body is JSON. */
    String create(Player who, String what, String path, String body) {
        return story.does(who, what, () -> api.create(who, path, body));
    }

    @CanIgnoreReturnValue
    Answer command(Player who, String what, String path, String body) {
        return story.does(who, what, () -> api.post(who, path, body));
    }

    void becomes(String service, String event, String what, Player who, String path, String state) {
        story.follows(
                service,
                event,
                what,
                () -> api.await(who, path, r -> r.text("/state").equals(state)));
    }
}
