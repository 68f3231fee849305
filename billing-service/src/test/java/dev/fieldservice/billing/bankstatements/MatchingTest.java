package dev.fieldservice.billing.bankstatements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.billing.bankstatements.Matching.Owed;
import dev.fieldservice.billing.bankstatements.Matching.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

    private static final UUID COTROCENI = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final String IBAN = "RO49AAAA1B31007593840000";

    private final Owed early = owed("FS-2026-000001", COTROCENI, "100.00", "2026-03-01");
    private final Owed late = owed("FS-2026-000002", COTROCENI, "50.00", "2026-04-01");
    private final Owed others = owed("FS-2026-000003", OTHER, "100.00", "2026-03-01");
    private final Matching matching = new Matching(
            Map.of(early.number(), COTROCENI, late.number(), COTROCENI, others.number(), OTHER),
            Map.of(IBAN, Set.of(COTROCENI), "SHARED", Set.of(COTROCENI, OTHER)),
            List.of(late, early, others));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Plata FS-2026-000118 | FS-2026-000118",
                "fs 2026 000118 | FS-2026-000118",
                "FACT.FS2026000118/ | FS-2026-000118",
                "FS_2026/000118 | FS-2026-000118",
                "S1-2026-000118 | S1-2026-000118",
            })
    void aNumberIsFoundHoweverItIsSetApart(String text, String number) {
        assertThat(Matching.numbers(text)).contains(number);
    }

    @ParameterizedTest
    @CsvSource({"FS-2026-0001180", "FS-1926-000118", "2026-000118", "IBAN RO49AAAA1B31007593840000"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(Matching.numbers(text)).isEmpty();
    }

    @Test
    void whatIsWrittenIsPaidAndWhatIsDueFirstBefore() {
        assertThat(parts("FS-2026-000002, FS-2026-000001", "120.00", null))
                .containsExactly(part(early, "100.00"), part(late, "20.00"));
        assertThat(parts("FS-2026-000002", "40.00", null)).containsExactly(part(late, "30.00"));
        assertThat(parts("FS-2026-000001", "40.00", null)).isEmpty();
    }

    @Test
    void byTheAccountTheOneOfThisSumIsPaid() {
        assertThat(parts("multumim", "50.00", IBAN)).containsExactly(part(late, "50.00"));
        assertThat(parts("multumim", "50.00", IBAN)).isEmpty();
    }

    @Test
    void byTheAccountAllIsPaidIfItIsJustThat() {
        assertThat(parts("multumim", "150.00", IBAN)).containsExactly(part(early, "100.00"), part(late, "50.00"));
    }

    @Test
    void whatIsNotCertainIsNotAllocated() {
        assertThat(matching.match(entry("multumim", "99.00", IBAN)).customer()).contains(COTROCENI);
        assertThat(parts("multumim", "99.00", IBAN)).isEmpty();
        assertThat(matching.match(entry("multumim", "100.00", "SHARED")).customer())
                .isEmpty();
        assertThat(matching.match(entry("FS-2026-000001 FS-2026-000003", "100.00", IBAN))
                        .customer())
                .isEmpty();
        assertThat(matching.match(entry("multumim", "100.00", null)).customer()).isEmpty();
    }

    private List<Part> parts(String text, String amount, String iban) {
        return matching.match(entry(text, amount, iban)).parts();
    }

    private static BankEntry entry(String text, String amount, String iban) {
        LocalDate day = LocalDate.of(2026, 3, 12);
        return new BankEntry(1, List.of(), day, new BigDecimal(amount), "RON", null, iban, text, null);
    }

    private static Part part(Owed owed, String amount) {
        return new Part(owed.id(), owed.number(), new BigDecimal(amount));
    }

    private static Owed owed(String number, UUID customer, String open, String due) {
        return new Owed(UUID.randomUUID(), number, customer, "RON", LocalDate.parse(due), new BigDecimal(open));
    }
}
