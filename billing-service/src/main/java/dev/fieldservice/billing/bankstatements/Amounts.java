package dev.fieldservice.billing.bankstatements;

import java.math.BigDecimal;

/** Reads amounts as banks write them: with a point, and at most two decimals that count. */
final class Amounts {

    private static final int DECIMALS = 2;

    private Amounts() {}

    /** Refused with 422 where it is none. */
    static BigDecimal read(int row, String text) {
        if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,5})?")) {
            throw Unreadable.row(row, "its amount is none, such as 1956.84.");
        }
        BigDecimal amount = new BigDecimal(text).stripTrailingZeros();
        if (amount.scale() > DECIMALS) {
            throw Unreadable.row(row, "its amount has more than two decimals.");
        }
        return amount.setScale(DECIMALS);
    }
}
