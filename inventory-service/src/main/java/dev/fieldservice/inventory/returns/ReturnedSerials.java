package dev.fieldservice.inventory.returns;

import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.text.ComparedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules for the serial numbers of what goes back of a receipt: each piece has one, and came with it.
 *
 * @param came with the receipt
 * @param before what the lines before return
 */
record ReturnedSerials(String pointer, Part part, List<String> came, List<ReturnedGoods> before) {

    void require(List<String> serials, BigDecimal quantity) {
        if (!part.isSerialised() && serials.isEmpty()) {
            return;
        }
        if (!part.isSerialised()) {
            throw refused("not-serialised", "Pieces of this part have no serial numbers.");
        }
        if (quantity.compareTo(BigDecimal.valueOf(serials.size())) != 0) {
            throw refused(
                    "serial-number-missing",
                    "Each piece has a serial number: %s are needed, %d are given."
                            .formatted(quantity.toPlainString(), serials.size()));
        }
        List<String> all = Stream.concat(
                        before.stream()
                                .filter(other -> other.partId().equals(part.id()))
                                .flatMap(other -> other.serials().stream()),
                        serials.stream())
                .map(ComparedText::key)
                .toList();
        if (all.stream().distinct().count() != all.size()) {
            throw refused("same-serial-number", "Two pieces of a part have different serial numbers.");
        }
        Set<String> known = came.stream().map(ComparedText::key).collect(Collectors.toSet());
        serials.stream()
                .filter(serial -> !known.contains(ComparedText.key(serial)))
                .findFirst()
                .ifPresent(serial -> {
                    throw refused("not-of-this-receipt", serial + " did not come with it.");
                });
    }

    private RuntimeException refused(String code, String detail) {
        return Refusal.RuleViolated.at(pointer, code, detail);
    }
}
