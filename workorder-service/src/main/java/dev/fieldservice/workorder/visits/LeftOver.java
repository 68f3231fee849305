package dev.fieldservice.workorder.visits;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is left to do for a visit that is to follow. */
@Schema(
        name = "LeftOver",
        description = "What is left for the visit that is to follow, as the technician said at the end")
public record LeftOver(
        List<String> leftOpen,

        @Schema(description = "Without which it cannot be done")
        List<NeededPart> partsNeeded) {

    public static final LeftOver NOTHING = new LeftOver(List.of(), List.of());

    public boolean saysNothing() {
        return leftOpen.isEmpty() && partsNeeded.isEmpty();
    }

    /** For the history. */
    public String words() {
        return Stream.concat(leftOpen.stream(), partsNeeded.stream().map(NeededPart::words))
                .collect(Collectors.joining("; ", "Left: ", ""));
    }
}
