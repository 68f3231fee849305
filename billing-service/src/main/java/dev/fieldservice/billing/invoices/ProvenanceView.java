package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.AppliedRule;
import dev.fieldservice.billing.pricing.PriceReason;
import dev.fieldservice.billing.pricing.TaxReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a line is there, costs what it costs and is taxed as it is: in words, and as the data that they are made of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvoiceLineProvenance", description = "Why the line is there, what it costs and how it is taxed")
public record ProvenanceView(
        @Schema(description = "For people, in the order in which it was reckoned")
        List<String> words,

        @Schema(nullable = true, description = "Absent for lines of before it was kept")
        LineOrigin origin,

        PriceReason price,
        TaxReason tax) {

    /** Null for lines of before it was kept. */
    static ProvenanceView of(InvoiceLine line) {
        return Optional.ofNullable(line.provenance)
                .map(known -> new ProvenanceView(words(line, known), known.origin(), known.price(), known.tax()))
                .orElse(null);
    }

    private static List<String> words(InvoiceLine line, Provenance known) {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(known.origin()).map(LineOrigin::words).ifPresent(words::add);
        words.add(price(known.price()));
        known.price().rules().stream().map(AppliedRule::words).forEach(words::add);
        reckoning(line).ifPresent(words::add);
        words.add(tax(line, known.tax()));
        return List.copyOf(words);
    }

    private static String price(PriceReason price) {
        return switch (price.source()) {
            case PART_PRICE -> listed("price of the part", price);
            case LABOUR_RATE -> listed("hourly rate", price);
            case KILOMETRE_PRICE -> listed("price of a kilometre", price);
            case ZONE_PRICE -> listed("flat price of travel to the zone", price);
            case CALL_OUT_FEE -> listed("fee of a call-out", price);
            case FIXED_PRICE -> listed("fixed price of the kind of work", price);
            case GIVEN -> "Price given by a person: " + plain(price.listed());
            case NONE -> "No price is in force on that day";
        };
    }

    private static String listed(String what, PriceReason price) {
        String whose = price.scope().words();
        String begins = whose.substring(0, 1).toUpperCase(Locale.ROOT) + whose.substring(1);
        return "%s %s from %s on: %s".formatted(begins, what, price.validFrom(), plain(price.listed()));
    }

    private static Optional<String> reckoning(InvoiceLine line) {
        if (line.net == null) {
            return Optional.empty();
        }
        boolean isPerOne = line.priceBase.compareTo(BigDecimal.ONE) == 0;
        String base = isPerOne ? "" : " / " + plain(line.priceBase);
        return Optional.of("%s %s × %s%s, rounded half up to %s"
                .formatted(plain(line.quantity), line.unit, plain(line.unitPrice), base, line.net.toPlainString()));
    }

    private static String tax(InvoiceLine line, TaxReason tax) {
        String rate = line.taxPercent == null
                ? "No tax rate is in force on that day"
                : "Tax %s %s %%".formatted(line.taxCategory, plain(line.taxPercent));
        String since = tax.rateFrom() == null ? "" : ", in force from " + tax.rateFrom() + " on";
        return "%s, %s%s".formatted(rate, tax.words(), since);
    }

    /** With two decimals at least where it has any. */
    private static String plain(BigDecimal number) {
        BigDecimal exact = number.stripTrailingZeros();
        return (exact.scale() <= 0 ? exact.setScale(0) : exact.setScale(Math.max(2, exact.scale()))).toPlainString();
    }
}
