package dev.fieldservice.players.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Store;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.forms.Slot;
import dev.fieldservice.players.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The cycle against an API that tells of each command no more than an id. */
class CycleTest {

    private static final int MANY = 5000;

    private static final Technician TUDOR = new Technician(Player.TUDOR, "Tudor Ionescu", "van", false);
    private static final Technician TEODORA = new Technician(Player.TEODORA, "Teodora Pop", "van", true);
    private static final Company COMPANY = new Company(
            List.of(TUDOR, TEODORA),
            Map.of(Article.REFRIGERANT, "1", Article.VALVE, "2"),
            "west",
            "leak",
            List.of(Player.DANA, new Player("doru", Role.DISPATCHER, "8")),
            List.of(Player.ANA, new Player("alina", Role.ACCOUNTANT, "9")),
            Optional.of(new Store("shelf", "supplier", Optional.of("1"))));

    @Test
    void inTheOrdinaryCourseNothingHappensTwiceAndTheJobIsBilled() {
        var commands = commands(Course.ORDINARY, Story.UNTOLD);

        assertThat(commands)
                .containsSubsequence(
                        "tickets", "assign", "accept", "start", "comments", "signature", "complete", "approve", "issue")
                .doesNotContain("delay", "send-back", "pause", "claim", "credit-notes", "payments")
                .containsOnlyOnce("tickets", "start", "complete", "approve", "issue");
    }

    @Test
    void theStoryHoldsAllOfTheOrdinaryCourseAndTheDelayAndTheReviewBesides() {
        var told = commands(Course.TOLD, Story.UNTOLD);

        assertThat(told)
                .containsAll(commands(Course.ORDINARY, Story.UNTOLD))
                .contains("delay", "send-back", "photos", "attachments", "set-work-type", "answers")
                .containsSubsequence("contracts", "activate", "tickets")
                .containsSubsequence("issue", "payments", "allocations")
                .containsSubsequence(
                        "supplier-parts",
                        "purchase-proposals",
                        "accept",
                        "order",
                        "receive",
                        "stock-transfers",
                        "request",
                        "pick",
                        "send",
                        "receive",
                        "tickets",
                        "stock-counts",
                        "enter",
                        "submit",
                        "supplier-invoices")
                .doesNotContain("credit-notes");
    }

    @Test
    void everythingThatIsSentIsTold() {
        var story = new Noted();

        var commands = commands(Course.TOLD, story);

        assertThat(story.told).hasSizeGreaterThanOrEqualTo(commands.size()).doesNotContain("");
    }

    @Test
    void byChanceEveryCommandOfAnyCourseIsSentSoonerOrLater() {
        var byChance = new HashSet<String>();
        IntStream.range(0, 200).forEach(seed -> byChance.addAll(commands(chance(seed), Story.UNTOLD)));

        assertThat(byChance)
                .containsAll(commands(Course.ORDINARY, Story.UNTOLD))
                .contains(
                        "claim",
                        "delay",
                        "unassign",
                        "cancel",
                        "hand-over",
                        "pause",
                        "resume",
                        "reverse",
                        "send-back",
                        "photos",
                        "set-work-type",
                        "answers",
                        "attachments",
                        "credit-notes",
                        "correction",
                        "payments",
                        "allocations",
                        "reverse",
                        "receive-part",
                        "reopen",
                        "contracts",
                        "hold",
                        "supplier-invoices",
                        "reject",
                        "pay",
                        "maintenance-plans",
                        "end");
    }

    @Test
    void whatFinanceSendsBackIsClosedOnceMoreBeforeItIsBilled() {
        assertThat(IntStream.range(0, 100).mapToObj(seed -> commands(chance(seed), Story.UNTOLD)))
                .anySatisfy(commands ->
                        assertThat(commands).containsSubsequence("approve", "send-back", "approve", "issue"));
    }

    @Test
    void whatComesBackIsDoneOnceMoreWhileTheFirstIsBilled() {
        assertThat(IntStream.range(0, 200).mapToObj(seed -> commands(chance(seed), Story.UNTOLD)))
                .anySatisfy(commands -> assertThat(commands)
                        .containsSubsequence("approve", "reopen", "assign", "issue", "complete", "approve")
                        .containsOnlyOnce("reopen"));
    }

    @Test
    void whoDroveSaysHowFarInTheStory() {
        var api = new Silent(true);
        var _ = new Job(scene(api, Course.TOLD, Story.UNTOLD), COMPANY, TUDOR).play(Cycle.WHOLE);

        assertThat(api.bodies()).anyMatch(body -> body.contains("\"kilometres\": \"18.5\""));
    }

    @Test
    void aJobOutOfGoodwillIsClosedWithoutAnInvoice() {
        var nothingUsed = IntStream.range(0, 1000)
                .mapToObj(seed -> commands(chance(seed), Story.UNTOLD))
                .filter(commands -> !commands.contains("parts") && !commands.contains("time-entries"));

        assertThat(nothingUsed)
                .hasSizeBetween(50, 90)
                .allSatisfy(commands -> assertThat(commands).contains("approve").doesNotContain("issue"));
    }

    /** What is done first where there is an invoice, and where there is none. */
    private static final Set<String> AFTER_CLOSING = Set.of("issue", "reopen", "stock-counts", "supplier-invoices");

    /** As far as it is closed: whether it is billed then is also a matter of how many milliseconds it took. */
    @Test
    void aSeedMakesAJobGoTheSameWayAgain() {
        assertThat(IntStream.range(0, 50))
                .allSatisfy(seed -> assertThat(untilClosed(seed)).isEqualTo(untilClosed(seed)));
    }

    private static List<String> untilClosed(int seed) {
        return commands(chance(seed), Story.UNTOLD).stream()
                .takeWhile(command -> !AFTER_CLOSING.contains(command))
                .toList();
    }

    @Test
    void turnsAndWaysComeAsOftenAsTheirTablesSay() {
        var course = chance(1);

        for (var turn : Turn.values()) {
            assertThat(share(() -> course.takes(turn))).as(turn.name()).isCloseTo(turn.chance(), within(0.03));
        }
        assertThat(share(() -> course.way() == Way.ASSIGNED)).isCloseTo(0.55, within(0.03));
        assertThat(share(() -> course.way() == Way.TAKEN_FROM_ANOTHER)).isCloseTo(0.10, within(0.03));
        assertThat(Arrays.stream(Way.values())).allMatch(way -> share(() -> course.way() == way) > 0);
    }

    private static double share(Supplier<Boolean> isSo) {
        return IntStream.range(0, MANY).filter(time -> isSo.get()).count() / (double) MANY;
    }

    private static Course chance(int seed) {
        return Course.byChance(new Random(new SplittableRandom(seed).nextLong()));
    }

    private static List<String> commands(Course course, Story story) {
        var api = new Silent();
        var _ = new Job(scene(api, course, story), COMPANY, TUDOR).play(Cycle.WHOLE);
        return api.commands();
    }

    private static Scene scene(Silent api, Course course, Story story) {
        var slot = Slot.of(Instant.parse("2026-11-02T08:00:00Z"), Duration.ofHours(2));
        return new Scene(api, story, course, technician -> slot, Optional.empty());
    }

    private static final class Noted implements Story {

        private final List<String> told = new ArrayList<>();

        @Override
        public <T> T does(Player who, String what, Supplier<T> action) {
            told.add(what);
            return action.get();
        }
    }
}
