package dev.fieldservice.players.cycle;

import java.util.Random;
import java.util.function.Predicate;

/** Which turns a job takes: the ordinary ones, those worth telling too, or whatever the dice say. */
public abstract class Course {

    public static final Course ORDINARY = new Fixed(Turn::isOrdinary);
    public static final Course TOLD = new Fixed(Turn::isTold);

    private Course() {}

    public static Course byChance(Random dice) {
        return new ByChance(dice);
    }

    abstract boolean takes(Turn turn);

    abstract Way way();

    /** The usual, or anything from the least to the most. */
    abstract int between(int least, int usual, int most);

    private static final class Fixed extends Course {

        private final Predicate<Turn> taken;

        private Fixed(Predicate<Turn> taken) {
            this.taken = taken;
        }

        @Override
        boolean takes(Turn turn) {
            return taken.test(turn);
        }

        @Override
        Way way() {
            return Way.ASSIGNED;
        }

        @Override
        int between(int least, int usual, int most) {
            return usual;
        }
    }

    private static final class ByChance extends Course {

        private final Random dice;

        private ByChance(Random dice) {
            this.dice = dice;
        }

        @Override
        boolean takes(Turn turn) {
            return dice.nextDouble() < turn.chance();
        }

        @Override
        Way way() {
            return Way.of(dice.nextDouble());
        }

        @Override
        int between(int least, int usual, int most) {
            return dice.nextInt(least, most + 1);
        }
    }
}
