package dev.fieldservice.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Does to three places what may be done to them, in random order, and keeps count beside the service. */
final class RandomWalk {

    private final long seed;
    private final Random random;
    private final List<Van> places = List.of(Van.loaded("5"), Van.loaded("1"), Van.loaded("0.001"));
    private final Map<Van, BigDecimal> model = new HashMap<>();
    private final List<Usage> told = new ArrayList<>();
    private final List<Usage> reversible = new ArrayList<>();

    RandomWalk(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        places.forEach(place -> model.put(place, place.onHand()));
    }

    List<Van> places() {
        return places;
    }

    BigDecimal expected(Van place) {
        return model.get(place);
    }

    void take(int steps) {
        for (int step = 0; step < steps; step++) {
            Van place = any(places);
            String amount = BigDecimal.valueOf(1 + random.nextInt(3_000), 3).toPlainString();
            switch (random.nextInt(4)) {
                case 0 -> receive(place, amount);
                case 1 -> repeat();
                case 2 -> reverse();
                default -> use(place, amount);
            }
        }
    }

    private void receive(Van place, String amount) {
        place.receive(amount);
        count(place, new BigDecimal(amount));
    }

    private void use(Van place, String amount) {
        Usage usage = place.uses(amount);
        usage.happens();
        told.add(usage);
        reversible.add(usage);
        count(place, new BigDecimal(amount).negate());
    }

    private void reverse() {
        if (!reversible.isEmpty()) {
            Usage back = reversible.remove(random.nextInt(reversible.size())).reversed();
            back.happens();
            told.add(back);
            count(new Van(back.part(), back.location()), new BigDecimal(back.kilograms()));
        }
    }

    private void repeat() {
        if (!told.isEmpty()) {
            any(told).happens();
        }
    }

    private void count(Van place, BigDecimal change) {
        BigDecimal level = model.get(place).add(change);
        model.put(place, level);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public String toString() {
        return "random walk with seed " + seed;
    }
}
