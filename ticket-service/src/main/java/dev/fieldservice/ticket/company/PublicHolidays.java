package dev.fieldservice.ticket.company;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Public holidays by country, movable ones included (Jollyday; Romania's with the Orthodox Easter). What was looked up once
 * stays in memory.
 */
@ApplicationScoped
public class PublicHolidays {

    private static final String MOST_LIKELY = "RO";
    private static final int SOME_YEAR = 2026;

    private final Map<String, HolidayManager> countries = new ConcurrentHashMap<>();
    private final CompletableFuture<Map<LocalDate, String>> prepared = new CompletableFuture<>();

    /** Reading the first country's rules takes up to a second, which must not be an event loop's. */
    void prepare(@Observes StartupEvent event) {
        var _ = prepared.completeAsync(
                () -> of(MOST_LIKELY, SOME_YEAR, Locale.ROOT), Infrastructure.getDefaultWorkerPool());
    }

    /** Goes on, where it was called, when that is done. */
    public Uni<Void> prepared() {
        Context here = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(prepared)
                .emitOn(task -> here.runOnContext(ignored -> task.run()))
                .replaceWithVoid();
    }

    /** The same when those of another country are read too. @param code ISO 3166-1 alpha-2 or ISO 3166-2; null for none */
    public Uni<Void> prepared(String code) {
        if (code == null || countries.containsKey(country(code))) {
            return prepared();
        }
        Context here = Vertx.currentContext();
        return prepared()
                .chain(() -> Uni.createFrom()
                        .item(() -> rules(country(code)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .emitOn(task -> here.runOnContext(ignored -> task.run()))
                .replaceWithVoid();
    }

    /** @param code ISO 3166-1 alpha-2 or ISO 3166-2 */
    boolean areKnownOf(String code) {
        String country = country(code);
        if (!HolidayManager.getSupportedCalendarCodes().contains(country)) {
            return false;
        }
        List<String> region = region(code);
        return region.isEmpty()
                || rules(country).getCalendarHierarchy().getChildren().containsKey(region.getFirst());
    }

    /** The names of the holidays of a year, by day. */
    Map<LocalDate, String> of(String code, int year, Locale language) {
        return rules(country(code)).getHolidays(Year.of(year), region(code).toArray(String[]::new)).stream()
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .collect(Collectors.groupingBy(
                        Holiday::getDate,
                        TreeMap::new,
                        Collectors.mapping(
                                holiday -> holiday.getDescription(language),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        names -> names.stream()
                                                .sorted()
                                                .distinct()
                                                .collect(Collectors.joining(", "))))));
    }

    private HolidayManager rules(String country) {
        return countries.computeIfAbsent(
                country, code -> HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(Locale.ROOT))));
    }

    private static String country(String code) {
        return code.substring(0, 2);
    }

    private static List<String> region(String code) {
        return code.length() == 2 ? List.of() : List.of(code.substring(3).toLowerCase(Locale.ROOT));
    }
}
