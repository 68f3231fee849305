package dev.fieldservice.inventory.pieces;

import dev.fieldservice.platform.text.ComparedText;
import java.util.List;

/** The comparison of serial numbers, as of all numbers: see {@link ComparedText}. */
public final class SerialNumbers {

    private SerialNumbers() {}

    /** Whether no two of them are of one piece. */
    public static boolean areDifferent(List<String> serials) {
        return serials.stream().map(ComparedText::key).distinct().count() == serials.size();
    }
}
