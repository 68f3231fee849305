package dev.fieldservice.billing.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.billing.accounting.Booking.Amount;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is booked of a document, on which accounts and on which side. */
class BookingTest {

    private static final TaxGroup STANDARD = new TaxGroup(TaxCategory.S, new BigDecimal("21"));
    private static final TaxGroup REDUCED = new TaxGroup(TaxCategory.S, new BigDecimal("11"));

    @Test
    void anInvoiceIsADebitOfTheCustomerAndCreditsOfRevenueAndTax() {
        assertThat(postings(sale("1"), accounts(Map.of())))
                .containsExactly(
                        "4111 debit 353.00",
                        "707 credit 100.00",
                        "704 credit 200.00",
                        "4427 credit 11.00",
                        "4427 credit 42.00");
    }

    @Test
    void aCreditNoteIsItsMirror() {
        assertThat(postings(sale("-1"), accounts(Map.of())))
                .containsExactly(
                        "4111 credit 353.00",
                        "707 debit 100.00",
                        "704 debit 200.00",
                        "4427 debit 11.00",
                        "4427 debit 42.00");
        assertThat(sale("-1").revenue()).isEqualByComparingTo("-300.00");
    }

    @Test
    void linesForTheSameAreOnePostingAndWhatIsNothingIsNone() {
        Booking booking = booking(List.of(
                Amount.debit(Purpose.RECEIVABLE, lei("30.00")),
                Amount.sold(Purpose.PARTS, STANDARD, lei("12.50")),
                Amount.sold(Purpose.PARTS, new TaxGroup(TaxCategory.S, new BigDecimal("21.00")), lei("17.50")),
                Amount.sold(Purpose.TAX, new TaxGroup(TaxCategory.Z, new BigDecimal("0")), lei("0.00"))));

        assertThat(postings(booking, accounts(Map.of()))).containsExactly("4111 debit 30.00", "707 credit 30.00");
        assertThat(booking.revenue()).isEqualByComparingTo("30.00");
    }

    @Test
    void aDiscountThatIsMoreThanWhatWasSoldIsADebitOfRevenue() {
        Booking booking = booking(List.of(
                Amount.debit(Purpose.RECEIVABLE, lei("70.00")),
                Amount.sold(Purpose.LABOUR, STANDARD, lei("100.00")),
                Amount.sold(Purpose.OTHER_REVENUE, STANDARD, lei("-30.00"))));

        assertThat(postings(booking, accounts(Map.of())))
                .containsExactly("4111 debit 70.00", "704 credit 100.00", "708 debit 30.00");
    }

    @Test
    void aPaymentComesToTheBankAndWhatIsNotAllocatedIsToBeClarified() {
        Booking paid = Booking.payment(
                UUID.randomUUID(), "OP 17", LocalDate.EPOCH, UUID.randomUUID(), "Client", lei("353.00"));
        assertThat(postings(paid, accounts(Map.of()))).containsExactly("5121 debit 353.00", "419 credit 353.00");
        Booking allocated = Booking.allocation(
                UUID.randomUUID(), "OP 17", LocalDate.EPOCH, UUID.randomUUID(), "Client", lei("53.00"));
        assertThat(postings(allocated, accounts(Map.of()))).containsExactly("4111 credit 53.00", "419 debit 53.00");
        Booking takenBack = paid.opposite(DocumentKind.PAYMENT_TAKEN_BACK, LocalDate.EPOCH.plusDays(1));
        assertThat(postings(takenBack, accounts(Map.of()))).containsExactly("5121 credit 353.00", "419 debit 353.00");
        assertThat(paid.revenue()).isZero();
    }

    @Test
    void whatIsNotInBalanceIsNoBooking() {
        List<Amount> amounts = List.of(
                Amount.debit(Purpose.RECEIVABLE, lei("100.01")), Amount.sold(Purpose.PARTS, STANDARD, lei("100.00")));

        assertThatThrownBy(() -> booking(amounts)).hasMessageContaining("not in balance");
    }

    @Test
    void theSettingsGiveACategoryAndRateAnAccountOfItsOwn() {
        Accounts accounts = accounts(
                Map.of("fieldservice.accounts.taxes.\"S-11\"", "4427.11", "fieldservice.accounts.parts", "707-01"));

        assertThat(postings(sale("1"), accounts))
                .contains("707-01 credit 100.00", "4427 credit 42.00", "4427.11 credit 11.00");
        assertThat(new TaxGroup(TaxCategory.S, new BigDecimal("5.50")).key()).isEqualTo("S-5.5");
        assertThat(new TaxGroup(TaxCategory.AE, new BigDecimal("0.00")).key()).isEqualTo("AE-0");
        assertThat(new TaxGroup(TaxCategory.S, new BigDecimal("20.00")).key()).isEqualTo("S-20");
    }

    @Test
    void aServiceWhoseAccountsCannotBeSuchDoesNotStart() {
        Stream.of(
                        Map.of("fieldservice.accounts.bank", "5121; drop"),
                        Map.of("fieldservice.accounts.taxes.\"S-11\"", "a b"),
                        Map.of("fieldservice.accounts.taxes.\"eleven\"", "4427"))
                .forEach(wrong -> assertThatThrownBy(() -> accounts(wrong))
                        .as("%s", wrong)
                        .isInstanceOf(ConfigValidationException.class));
    }

    private static Booking sale(String sign) {
        BigDecimal times = new BigDecimal(sign);
        return booking(List.of(
                Amount.debit(Purpose.RECEIVABLE, lei("353.00").times(times)),
                Amount.sold(Purpose.PARTS, REDUCED, lei("100.00").times(times)),
                Amount.sold(Purpose.LABOUR, STANDARD, lei("200.00").times(times)),
                Amount.sold(Purpose.TAX, STANDARD, lei("42.00").times(times)),
                Amount.sold(Purpose.TAX, REDUCED, lei("11.00").times(times))));
    }

    private static Booking booking(List<Amount> amounts) {
        return new Booking(
                DocumentKind.INVOICE,
                UUID.randomUUID(),
                "FS-2026-000001",
                LocalDate.EPOCH,
                UUID.randomUUID(),
                "Client",
                null,
                amounts);
    }

    private static List<String> postings(Booking booking, Accounts accounts) {
        return JournalEntry.of(booking, accounts).postings.stream()
                .map(p -> p.debit.signum() > 0 ? p.account + " debit " + p.debit : p.account + " credit " + p.credit)
                .toList();
    }

    private static Money lei(String amount) {
        return new Money(new BigDecimal(amount), "RON");
    }

    private static Accounts accounts(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(Accounts.class)
                .withValidator(new BeanValidationConfigValidator() {
                    @Override
                    public Validator getValidator() {
                        return Validation.buildDefaultValidatorFactory().getValidator();
                    }
                })
                .withSources(new PropertiesConfigSource(settings, "settings", 100))
                .build();
        return config.getConfigMapping(Accounts.class);
    }
}
