package dev.fieldservice.inventory.pieces;

import static dev.fieldservice.inventory.pieces.PieceState.INSTALLED;
import static dev.fieldservice.inventory.pieces.PieceState.IN_STOCK;
import static dev.fieldservice.inventory.pieces.PieceState.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a compressor is after all that happened to it, in every order in which that may be told. */
class WhereaboutsTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final By BY = By.service("test", NINE, null, null);
    private static final UUID VAN = UUID.randomUUID();
    private static final UUID FIRST_JOB = UUID.randomUUID();
    private static final UUID SECOND_JOB = UUID.randomUUID();

    private record Told(PieceStep.Kind kind, Cause cause) {

        /** @param minute at which it happened */
        static Told of(PieceStep.Kind kind, UUID order, int minute) {
            return new Told(
                    kind,
                    new Cause(UUID.randomUUID(), VAN, "Duba", order, null, NINE.plusSeconds(60L * minute), null, null));
        }

        Told takenBack(PieceStep.Kind as, int minute) {
            return new Told(as, of(as, cause.orderId(), minute).cause.takingBack(cause.sourceId()));
        }
    }

    private final Told received = Told.of(PieceStep.Kind.RECEIVED, null, 0);
    private final Told installed = Told.of(PieceStep.Kind.INSTALLED, FIRST_JOB, 10);
    private final Told installedAgain = Told.of(PieceStep.Kind.INSTALLED, SECOND_JOB, 20);
    private final Told removed = Told.of(PieceStep.Kind.REMOVED, SECOND_JOB, 20);

    @Test
    void aSecondInstallationThatIsTakenBackLeavesItWhereTheFirstPutIt() {
        always(INSTALLED, FIRST_JOB, received, installed, installedAgain, returned(installedAgain, 30));
    }

    @Test
    void aFirstInstallationThatIsTakenBackLeavesItWhereTheSecondPutIt() {
        always(INSTALLED, SECOND_JOB, received, installed, installedAgain, returned(installed, 30));
    }

    @Test
    void whereBothAreTakenBackItIsInNoMachine() {
        always(IN_STOCK, null, received, installed, returned(installed, 20));
        always(
                IN_STOCK,
                null,
                received,
                installed,
                installedAgain,
                returned(installed, 30),
                returned(installedAgain, 40));
    }

    @Test
    void aRemovalThatIsTakenBackLeavesItWhereItWasInstalled() {
        always(INSTALLED, FIRST_JOB, received, installed, removed, putBack(30));
    }

    @Test
    void aRemovalThatIsTakenBackLeavesItInTheMachineIfNothingElseIsKnownOfIt() {
        always(INSTALLED, SECOND_JOB, removed, putBack(30));
    }

    @Test
    void aRemovalThatIsTakenBackLeavesItInTheStockInWhichItLay() {
        always(IN_STOCK, null, received, removed, putBack(30));
    }

    @Test
    void aRemovalThatStandsTakesItOut() {
        always(OUT, null, received, installed, removed);
    }

    @Test
    void whatWasComingBackIntoStockAndIsTakenBackLeavesItInItsMachine() {
        Told back = Told.of(PieceStep.Kind.TAKEN_BACK, null, 30);

        always(IN_STOCK, null, received, installed, back);
        always(INSTALLED, FIRST_JOB, received, installed, back, back.takenBack(PieceStep.Kind.TAKE_BACK_REVERSED, 40));
    }

    private static Told returned(Told installation, int minute) {
        return installation.takenBack(PieceStep.Kind.RETURNED, minute);
    }

    private Told putBack(int minute) {
        return removed.takenBack(PieceStep.Kind.PUT_BACK, minute);
    }

    private static void always(PieceState state, UUID order, Told... told) {
        for (List<Told> one : orders(List.of(told))) {
            Piece piece = new Piece();
            for (Told each : one) {
                var _ = piece.move(each.kind(), each.cause(), BY);
            }

            assertThat(piece.state).as("told as %s", one).isEqualTo(state);
            assertThat(piece.orderId).as("told as %s", one).isEqualTo(order);
        }
    }

    private static List<List<Told>> orders(List<Told> told) {
        if (told.isEmpty()) {
            return List.of(List.of());
        }
        return IntStream.range(0, told.size())
                .boxed()
                .flatMap(i -> {
                    List<Told> others = new ArrayList<>(told);
                    Told first = others.remove((int) i);
                    return orders(others).stream().map(rest -> {
                        List<Told> one = new ArrayList<>(List.of(first));
                        one.addAll(rest);
                        return one;
                    });
                })
                .toList();
    }
}
