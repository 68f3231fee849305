package dev.fieldservice.players.client;

/** Takes requests to where they are to go. */
@FunctionalInterface
public interface Transport {

    /** @throws NoAnswer when nothing comes back */
    Answer send(Call call);

    /** The same, but silence is an answer too. */
    default Answer attempt(Call call) {
        try {
            return send(call);
        } catch (NoAnswer e) {
            return Answer.none(e.getMessage());
        }
    }

    /** Nobody was there, or nobody said anything in time. */
    final class NoAnswer extends RuntimeException {
        public NoAnswer(Call call, Throwable why) {
            super(call + " got no answer: " + why, why);
        }
    }
}
