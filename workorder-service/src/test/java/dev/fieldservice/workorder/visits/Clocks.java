package dev.fieldservice.workorder.visits;

import java.time.Duration;

/** What is set where nobody sets anything. */
public final class Clocks {

    public static final TimesConfig USUAL = new TimesConfig() {
        @Override
        public Duration ahead() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration behind() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration aroundLabour() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration aroundTravel() {
            return Duration.ofHours(4);
        }
    };

    private Clocks() {}
}
