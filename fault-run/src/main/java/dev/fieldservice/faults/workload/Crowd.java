package dev.fieldservice.faults.workload;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import java.util.Random;

/** Now and then sends a command 8 or 64 times at once: under one key, or under many where it can be carried out but once. */
final class Crowd extends Phone {

    private static final double EIGHT_AT_ONCE = 0.02;
    private static final double SIXTY_FOUR_AT_ONCE = 0.0015;

    private final Random dice;

    Crowd(Phone phone, Random dice) {
        super(phone);
        this.dice = dice;
    }

    @Override
    @CanIgnoreReturnValue
    public Answer post(Player who, String path, String body) {
        int crowd = crowd();
        return crowd == 1 ? super.post(who, path, body) : insist(crowd, who, path, body);
    }

    @Override
    @CanIgnoreReturnValue
    public Answer postOnce(Player who, String path, String body) {
        int crowd = crowd();
        return crowd == 1 || dice.nextBoolean() ? insist(crowd, who, path, body) : race(crowd, who, path, body);
    }

    private int crowd() {
        double number = dice.nextDouble();
        if (number < SIXTY_FOUR_AT_ONCE) {
            return 64;
        }
        return number < SIXTY_FOUR_AT_ONCE + EIGHT_AT_ONCE ? 8 : 1;
    }
}
