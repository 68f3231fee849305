package dev.fieldservice.gateway.limits;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A fair queue: of what one caller asks of a service, it is asked a few at a time, in their order, so that whoever asks much waits for
 * itself and not others for it; nor does it wait for one service when it asks another. What was cancelled before its turn is never
 * asked; what is cancelled then keeps its turn for a moment, as the service goes on with it. Per replica.
 */
final class Turns {

    /** Longer than a read takes a service: who asks and leaves, again and again, is asked for less often than who waits. */
    private static final Duration GOES_ON = Duration.ofMillis(250);

    private final int most;
    private final ConcurrentMap<String, Line> lines = new ConcurrentHashMap<>();

    /** @param most of one line that are asked and not answered yet */
    Turns(int most) {
        this.most = most;
    }

    private static final class Line {
        private final Deque<Turn> waiting = new ArrayDeque<>();
        private int served;
    }

    private enum State {
        WAITING,
        SERVED,
        OVER
    }

    /**
     * To be called where the exchange lives, on its event loop. Whoever has it in hand has it begin, and can end it however soon the
     * asking is over; {@code ask} is run there, at once or later or never.
     *
     * @param place where it waits: for which service, and behind whom
     */
    Turn take(String place, Runnable ask) {
        Turn turn = new Turn(place, ask);
        var _ = lines.compute(place, (same, known) -> {
            Line line = known == null ? new Line() : known;
            if (line.served < most) {
                line.served++;
                turn.state = State.SERVED;
            } else {
                turn.hasToWait = true;
                line.waiting.add(turn);
            }
            return line;
        });
        return turn;
    }

    /** All that changes a turn happens under the lock of its line. */
    final class Turn {

        private final String place;
        private final Runnable ask;
        private final Context home = Vertx.currentContext();
        private volatile State state = State.WAITING;
        private boolean hasToWait;

        private Turn(String place, Runnable ask) {
            this.place = place;
            this.ask = ask;
        }

        /** Asks, if it need not wait; what waits is asked when its turn comes. */
        void begin() {
            if (!hasToWait) {
                ask.run();
            }
        }

        /** Nobody waits for it any more. Whoever asks and leaves, again and again, would have everything asked at once otherwise. */
        void leave() {
            if (state == State.SERVED) {
                var _ = home.owner().setTimer(GOES_ON.toMillis(), over -> end());
            } else {
                end();
            }
        }

        /** The service has answered, or does not. A second time nothing happens. */
        void end() {
            AtomicReference<Turn> next = new AtomicReference<>();
            var _ = lines.computeIfPresent(place, (same, line) -> {
                if (state == State.WAITING) {
                    var _ = line.waiting.remove(this);
                } else if (state == State.SERVED) {
                    next.set(line.waiting.poll());
                    line.served--;
                }
                state = State.OVER;
                if (next.get() != null) {
                    next.get().state = State.SERVED;
                    line.served++;
                }
                return line.served == 0 ? null : line;
            });
            if (next.get() != null) {
                next.get().comes();
            }
        }

        private void comes() {
            home.runOnContext(back -> {
                if (state == State.SERVED) {
                    ask.run();
                }
            });
        }
    }
}
