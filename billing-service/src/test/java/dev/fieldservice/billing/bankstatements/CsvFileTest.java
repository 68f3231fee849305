package dev.fieldservice.billing.bankstatements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.platform.problems.Refused;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void columnsComeInAnyOrderAndFieldsInQuotes() {
        List<BankEntry> entries = read("""
                \uFEFFText;Amount;Currency;Date;Payer
                "FS-2026-000118; ""mulțumim""
                a doua linie";217.80;RON;2026-03-12;"Alfa; SRL"

                ;-5.00;RON;2026-03-13;
                """);

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().text()).isEqualTo("FS-2026-000118; \"mulțumim\" a doua linie");
        assertThat(entries.getFirst().payerName()).isEqualTo("Alfa; SRL");
        assertThat(entries.getFirst().amount()).isEqualTo(new BigDecimal("217.80"));
        assertThat(entries.getLast().objection()).isEqualTo(BankEntry.Objection.DEBIT);
        assertThat(entries.getLast().payerName()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "date,amount,currency\n2026-03-12,1.00",
                "date,amount,currency\n12.03.2026,1.00,RON",
                "date,amount,currency\n2026-03-12,1.005,RON",
                "date,amount,currency\n2026-03-12,1e9,RON",
                "date,amount,currency\n2026-03-12,,RON"
            })
    void whatCannotBeReadIsRefused(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(Refused.class);
    }

    private static List<BankEntry> read(String file) {
        return CsvFile.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
