package dev.fieldservice.billing.bankstatements;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CamtFileTest {

    @Test
    void aBatchIsToldPaymentByPayment() {
        List<BankEntry> entries = read(batch("60.00", "40.00"));

        assertThat(entries)
                .extracting(BankEntry::amount)
                .containsExactly(new BigDecimal("60.00"), new BigDecimal("40.00"));
        assertThat(entries).extracting(BankEntry::text).containsExactly("FS-2026-000001", "RF18 FS-2026-000002");
        assertThat(entries).extracting(BankEntry::payerName).containsExactly("Alfa SRL", "Beta SRL");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.objection()).isNull());
    }

    @Test
    void aBatchThatDoesNotAddUpIsOnePayment() {
        assertThat(read(batch("60.00", "30.00")))
                .extracting(BankEntry::amount)
                .containsExactly(new BigDecimal("100.00"));
    }

    @Test
    void keysAreThoseOfTheBankWhateverFileItIs() {
        List<BankEntry> once = read(batch("60.00", "40.00"));

        assertThat(EntryKeys.of(once)).doesNotHaveDuplicates().isEqualTo(EntryKeys.of(read(batch("60.00", "40.00"))));
        assertThat(EntryKeys.of(List.of(once.getFirst(), once.getFirst()))).doesNotHaveDuplicates();
    }

    private static List<BankEntry> read(String xml) {
        return CamtFile.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** As version 8 writes it. */
    private static String batch(String first, String second) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
                  <Acct><Id><IBAN>RO49AAAA1B31007593840000</IBAN></Id></Acct>
                  <Ntry><Amt Ccy="RON">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                    <BookgDt><DtTm>2026-03-12T10:00:00</DtTm></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef>
                    <NtryDtls>
                      <TxDtls><Refs><AcctSvcrRef>T-1</AcctSvcrRef></Refs><Amt Ccy="RON">%s</Amt>
                        <RltdPties><Dbtr><Pty><Nm>Alfa SRL</Nm></Pty></Dbtr></RltdPties>
                        <RmtInf><Ustrd>FS-2026-000001</Ustrd></RmtInf></TxDtls>
                      <TxDtls><Refs><AcctSvcrRef>T-2</AcctSvcrRef></Refs><Amt Ccy="RON">%s</Amt>
                        <RltdPties><Dbtr><Pty><Nm>Beta SRL</Nm></Pty></Dbtr></RltdPties>
                        <RmtInf><Strd><RfrdDocInf><Nb>FS-2026-000002</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf>
                        </Strd></RmtInf></TxDtls>
                    </NtryDtls></Ntry>
                </Stmt></BkToCstmrStmt></Document>""".formatted(first, second);
    }
}
