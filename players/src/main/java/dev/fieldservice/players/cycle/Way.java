package dev.fieldservice.players.cycle;

/** How a technician comes by a job, and how often by chance. */
enum Way {
    ASSIGNED(0.55),
    CLAIMED(0.20),
    /** Two want it. */
    CLAIMED_BY_TWO(0.08),
    /** Two dispatchers want the technician. */
    BOOKED_TWICE(0.07),
    TAKEN_FROM_ANOTHER(0.10);

    private final double chance;

    Way(double chance) {
        this.chance = chance;
    }

    /** @param dice from 0 to 1 */
    static Way of(double dice) {
        double rest = dice;
        for (var way : values()) {
            rest -= way.chance;
            if (rest < 0) {
                return way;
            }
        }
        return ASSIGNED;
    }
}
