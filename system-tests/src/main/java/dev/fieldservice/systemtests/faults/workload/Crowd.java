package dev.fieldservice.systemtests.faults.workload;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Player;
import java.util.Random;
import java.util.function.Predicate;

/** Now and then sends a command 8 or 64 times at once: under one key, or under many where it can be carried out but once. */
record Crowd(Phone phone, Random dice) implements Driver {

    private static final double EIGHT_AT_ONCE = 0.02;
    private static final double SIXTY_FOUR_AT_ONCE = 0.0015;

    @Override
    @CanIgnoreReturnValue
    public Answer post(Player who, String path, String body) {
        int crowd = crowd();
        return crowd == 1 ? phone.post(who, path, body) : phone.insist(crowd, who, path, body);
    }

    @Override
    @CanIgnoreReturnValue
    public Answer postOnce(Player who, String path, String body) {
        int crowd = crowd();
        return crowd == 1 || dice.nextBoolean()
                ? phone.insist(crowd, who, path, body)
                : phone.race(crowd, who, path, body);
    }

    private int crowd() {
        double number = dice.nextDouble();
        if (number < SIXTY_FOUR_AT_ONCE) {
            return 64;
        }
        return number < SIXTY_FOUR_AT_ONCE + EIGHT_AT_ONCE ? 8 : 1;
    }

    @Override
    public Answer tryPost(Player who, String path, String body) {
        return phone.tryPost(who, path, body);
    }

    @Override
    @CanIgnoreReturnValue
    public Answer edit(Player who, String screen, String path, String body) {
        return phone.edit(who, screen, path, body);
    }

    @Override
    public Answer get(Player who, String path) {
        return phone.get(who, path);
    }

    @Override
    @CanIgnoreReturnValue
    public Answer await(Player who, String path, Predicate<Answer> wanted) {
        return phone.await(who, path, wanted);
    }
}
