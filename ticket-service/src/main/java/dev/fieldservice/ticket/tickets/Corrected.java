package dev.fieldservice.ticket.tickets;

import dev.fieldservice.ticket.assets.Asset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The difference that a correction makes, for people who read the history: what it was, and what it is now. */
record Corrected(TicketDetails was, Parties wereConcerned, TicketDetails is, Parties areConcerned) {

    private static final int SHORT = 120;

    String words() {
        return Stream.of(
                        change("contact", contact(wereConcerned), contact(areConcerned)),
                        change("site", site(wereConcerned), site(areConcerned)),
                        change("asset", asset(wereConcerned), asset(areConcerned)),
                        change("service type", was.serviceType(), is.serviceType()),
                        change("priority", was.priority(), is.priority()),
                        change("summary", was.summary(), is.summary()),
                        change("instructions", was.instructions(), is.instructions()),
                        change("skills", was.requiredSkills(), is.requiredSkills()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> change(String what, Object before, Object after) {
        return Objects.equals(before, after)
                ? Optional.empty()
                : Optional.of("%s: %s → %s".formatted(what, brief(before), brief(after)));
    }

    private static String brief(Object value) {
        String text = Objects.requireNonNullElse(value, "–").toString();
        int length = text.codePointCount(0, text.length());
        return length <= SHORT ? text : text.substring(0, text.offsetByCodePoints(0, SHORT)) + " …";
    }

    private static String contact(Parties parties) {
        return parties.contact().ref().name();
    }

    private static String site(Parties parties) {
        return parties.location().ref().name();
    }

    private static String asset(Parties parties) {
        return parties.asset().map(Asset::ref).map(ref -> ref.name()).orElse(null);
    }
}
