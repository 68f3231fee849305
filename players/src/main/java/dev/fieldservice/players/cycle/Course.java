package dev.fieldservice.players.cycle;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Which turns a job takes: the ordinary ones, those worth telling too, or whatever the dice say. */
public final class Course {

    public static final Course ORDINARY = new Course(Optional.empty(), Turn::isOrdinary);
    public static final Course TOLD = new Course(Optional.empty(), Turn::isTold);
    public static final Course TOLD_BY_MAIL =
            new Course(Optional.empty(), turn -> turn.isTold() || turn == Turn.COMES_BY_MAIL);

    private final Optional<Random> dice;
    private final Predicate<Turn> taken;

    private Course(Optional<Random> dice, Predicate<Turn> taken) {
        this.dice = dice;
        this.taken = taken;
    }

    public static Course byChance(Random dice) {
        return new Course(Optional.of(dice), turn -> dice.nextDouble() < turn.chance());
    }

    /** The same, but for turns that it never takes. */
    public Course without(Turn... never) {
        return new Course(dice, turn -> taken.test(turn) && !List.of(never).contains(turn));
    }

    boolean takes(Turn turn) {
        return taken.test(turn);
    }

    Way way() {
        return dice.map(thrown -> Way.of(thrown.nextDouble())).orElse(Way.ASSIGNED);
    }

    /** The usual, or by chance anything from the least to the most. */
    int between(int least, int usual, int most) {
        return dice.map(thrown -> thrown.nextInt(least, most + 1)).orElse(usual);
    }
}
