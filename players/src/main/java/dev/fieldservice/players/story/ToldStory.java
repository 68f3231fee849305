package dev.fieldservice.players.story;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Player;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells what happens: who did what, what it caused, in which service, by which event, and how long it took. */
public class ToldStory implements Story {

    private final PrintStream out;
    private int step;

    public ToldStory(PrintStream out) {
        this.out = out;
    }

    @Override
    public void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    @Override
    @CanIgnoreReturnValue
    public <T> T does(Player who, String what, Supplier<T> action) {
        long began = System.nanoTime();
        step++;
        try {
            T result = action.get();
            out.printf("%3d  %-8s %-12s %-76s %5d ms%n", step, who.user(), who.job(), what, millisSince(began));
            return result;
        } catch (RuntimeException e) {
            out.printf("%3d  %-8s %-12s %-76s FAILED%n", step, who.user(), who.job(), what);
            throw e;
        }
    }

    @Override
    @CanIgnoreReturnValue
    public <T> T follows(String service, String event, String what, Supplier<T> wait) {
        long began = System.nanoTime();
        try {
            T result = wait.get();
            out.printf("       ↳ %-18s %-16s %-62s %5d ms%n", service, event, what, millisSince(began));
            return result;
        } catch (RuntimeException e) {
            out.printf("       ↳ %-18s %-16s %-62s DID NOT HAPPEN%n", service, event, what);
            throw e;
        }
    }

    @Override
    public void holds(boolean condition, String what) {
        Story.super.holds(condition, what);
        out.printf("       ✓ %s%n", what);
    }

    @Override
    public void line(String text) {
        out.println(text);
    }

    private static long millisSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
