package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands on bank statements is recorded once, and finds the invoices that it pays. */
@QuarkusTest
@WithTestResource(RealServers.class)
class BankStatementTest {

    private static final String IBAN = "RO49AAAA1B31007593840000";

    private final Sold sold = new Sold();
    private final LocalDate today = Sold.today();

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void anInvoiceWhoseNumberThePayerWroteIsPaid() {
        String invoice = sold.invoice();
        String number = number(invoice);

        Response taken = camt(entry("R1-" + number, Sold.HOUR, "Plata factura " + number.replace("-", " "), account()));

        taken.then()
                .statusCode(201)
                .body("lines", hasSize(1))
                .body("lines[0].outcome", equalTo("PAYMENT"))
                .body("lines[0].paid[0].number", equalTo(number));
        Sold.receivable(invoice).body("open.amount", equalTo("0.00"));
        Sold.payment(taken.path("lines[0].paymentId"))
                .body("customerId", equalTo(sold.customer.toString()))
                .body("statementId", equalTo(taken.path("id")))
                .body("payerName", equalTo("Supermarket Cotroceni SRL"))
                .body("unallocated.amount", equalTo("0.00"));
        get(Person.ANA, taken.header("Location")).then().body("lines[0].outcome", equalTo("PAYMENT"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String number = number(sold.invoice());
        String file = statement(entry("R1-" + number, "100.00", number, account())
                + entry("R2-" + number, "100.00", number, account()));
        send("CAMT_053", file, false).then().body("lines.outcome", contains("PAYMENT", "PAYMENT"));

        send("CAMT_053", file, false).then().statusCode(201).body("lines.outcome", contains("KNOWN", "KNOWN"));

        get(Person.ANA, "/v1/payments?customerId=" + sold.customer).then().body("items", hasSize(2));
    }

    @Test
    void anEntryThatComesInAnotherFileAgainIsKnownThere() {
        String number = number(sold.invoice());
        camt(entry("R1-" + number, "100.00", number, account())).then().statusCode(201);

        camt(entry("R1-" + number, "100.00", number, account()) + entry("R2-" + number, "50.00", number, account()))
                .then()
                .body("lines.outcome", contains("KNOWN", "PAYMENT"));
    }

    @Test
    void twoLikeEachOtherAreTwoAndStayTwo() {
        String number = number(sold.invoice());
        String line = "%s,40.00,RON,,%s\n".formatted(today, number);
        String file = "date,amount,currency,payer,text\n" + line + line;

        send("CSV", file, false).then().statusCode(201).body("lines.outcome", contains("PAYMENT", "PAYMENT"));
        send("CSV", file + line, false).then().body("lines.outcome", contains("KNOWN", "KNOWN", "PAYMENT"));
    }

    @Test
    void aDryRunTellsAndRecordsNothing() {
        String invoice = sold.invoice();
        String file = statement(entry("R1-" + number(invoice), Sold.HOUR, number(invoice), account()));

        send("CAMT_053", file, true)
                .then()
                .statusCode(201)
                .body("dryRun", equalTo(true))
                .body("lines[0].outcome", equalTo("PAYMENT"))
                .body("lines[0].paymentId", nullValue())
                .body("lines[0].paid[0].amount.amount", equalTo(Sold.HOUR));

        Sold.receivable(invoice).body("open.amount", equalTo(Sold.HOUR));
        send("CAMT_053", file, false).then().body("lines[0].outcome", equalTo("PAYMENT"));
    }

    @Test
    void severalInvoicesArePaidByWhatIsDueFirstAndTheRestStaysUnallocated() {
        String first = sold.invoice();
        String second = sold.invoice();
        String text = number(second) + " si " + number(first);

        String payment = camt(entry("R1-" + text, "300.00", text, account())).path("lines[0].paymentId");
        String more = camt(entry("R2-" + text, "200.00", text, account())).path("lines[0].paymentId");

        Sold.receivable(first).body("open.amount", equalTo("0.00"));
        Sold.receivable(second).body("open.amount", equalTo("0.00"));
        Sold.payment(payment).body("unallocated.amount", equalTo("0.00"));
        Sold.payment(more).body("unallocated.amount", equalTo("64.40"));
    }

    @Test
    void whoHasPaidFromAnAccountBeforeIsKnownByItAndTheInvoiceByItsSum() {
        String account = account();
        String first = sold.invoice();
        camt(entry("R1-" + first, Sold.HOUR, number(first), account)).then().statusCode(201);
        String second = sold.invoice();

        camt(entry("R2-" + first, "10.00", "avans", account))
                .then()
                .body("lines[0].customerId", equalTo(sold.customer.toString()))
                .body("lines[0].paid", empty());
        camt(entry("R3-" + first, Sold.HOUR, "multumim", account)).then().body("lines[0].paid", hasSize(1));

        Sold.receivable(second).body("open.amount", equalTo("0.00"));
    }

    @Test
    void whatMatchesNothingWaitsUntilSomebodySaysWhoseItIs() {
        String invoice = sold.invoice();
        String file =
                "date;amount;currency;payer;text\n%s;20.00;RON;Popescu;cash %s".formatted(today, UUID.randomUUID());
        String payment = send("CSV", file, false).path("lines[0].paymentId");
        Sold.payment(payment).body("customerId", nullValue()).body("unallocated.amount", equalTo("20.00"));
        assertThat(get(Person.ANA, "/v1/payments?assigned=false&limit=200").<List<String>>path("items.id"))
                .contains(payment);
        Sold.allocate(invoice, payment, "20.00").then().statusCode(422).body("code", equalTo("unknown-reference"));

        post(Person.ANA, "/v1/payments/" + payment + "/assign", Map.of("customerId", sold.customer))
                .then()
                .statusCode(200)
                .body("customerId", equalTo(sold.customer.toString()));
        Sold.allocate(invoice, payment, "20.00").then().statusCode(201);

        post(Person.ANA, "/v1/payments/" + payment + "/assign", Map.of("customerId", sold.customer))
                .then()
                .statusCode(409)
                .body("code", equalTo("payment-allocated"));
    }

    @Test
    void whatIsNobodysCanBeTakenBack() {
        String file = "date,amount,currency,text\n%s,20.00,RON,cash %s".formatted(today, UUID.randomUUID());
        String payment = send("CSV", file, false).path("lines[0].paymentId");

        post(Person.ANA, "/v1/payments/" + payment + "/take-back", Map.of("reason", "Transfer intern"))
                .then()
                .statusCode(200)
                .body("unallocated.amount", equalTo("0.00"));
    }

    @Test
    void numbersOfTwoCustomersAreNotCertain() {
        String own = number(sold.invoice());
        String foreign = number(new Sold().invoice());

        camt(entry("R1-" + own, "10.00", own + " " + foreign, account()))
                .then()
                .body("lines[0].customerId", nullValue())
                .body("lines[0].paid", empty());
    }

    @Test
    void onlyWhatWasBookedAndCameToTheAccountIsAPayment() {
        String debit = entry("D", "5.00", "comision", account()).replace("CRDT", "DBIT");
        String announced = entry("P", "5.00", "asteptat", account()).replace("BOOK", "PDNG");
        String reversal = entry("S", "5.00", "storno", account()).replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");

        camt(debit + announced + reversal)
                .then()
                .statusCode(201)
                .body("lines.outcome", contains("DEBIT", "NOT_BOOKED", "REVERSAL"))
                .body("lines[0].amount.amount", equalTo("-5.00"));
    }

    @Test
    void whatIsNoStatementIsRefusedAsAWhole() {
        String good = entry("G" + UUID.randomUUID(), "5.00", "bun", account());

        camt(good + good.replace(">5.00<", ">5,00<"))
                .then()
                .statusCode(422)
                .body("code", equalTo("not-a-statement"))
                .body("detail", equalTo("Row 2: its amount is none, such as 1956.84."));
        send("CSV", "date,amount\n2026-03-12,5.00", false).then().statusCode(422);
        send("CSV", "date,amount,currency\n2026-03-12,5.00,LEI", false).then().statusCode(422);
        send("CSV", "date,amount,currency\n%s,5.00,RON".formatted(today.plusDays(1)), false)
                .then()
                .statusCode(422);
        post(Person.ANA, "/v1/bank-statements", Map.of("format", "CSV", "name", "x.csv", "content", "a==="))
                .then()
                .statusCode(422)
                .body("code", equalTo("not-base64"));
        camt(good).then().body("lines.outcome", contains("PAYMENT"));
    }

    @Test
    void nothingIsExpandedNorFetched() {
        String bomb = """
                <!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                <Document><BkToCstmrStmt><Stmt>&b;</Stmt></BkToCstmrStmt></Document>""";
        String foreign = """
                <!DOCTYPE Document SYSTEM "http://127.0.0.1:1/x.dtd"><Document><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>""";

        send("CAMT_053", bomb, false).then().statusCode(422).body("code", equalTo("not-a-statement"));
        send("CAMT_053", foreign, false).then().statusCode(422).body("code", equalTo("not-a-statement"));
        send("CAMT_053", "<a>".repeat(100_000), false).then().statusCode(422);
    }

    @Test
    void aThousandEntriesAreTakenAndNotOneMore() {
        String lines = IntStream.range(0, 1000)
                .mapToObj(i -> "%s,0.01,RON,%s".formatted(today, UUID.randomUUID()))
                .collect(Collectors.joining("\n"));
        String file = "date,amount,currency,text\n" + lines;

        send("CSV", file, false).then().statusCode(201).body("lines", hasSize(1000));
        send("CSV", file + "\n%s,0.01,RON,x".formatted(today), false)
                .then()
                .statusCode(422)
                .body("code", equalTo("too-many-entries"));
    }

    private Response camt(String entries) {
        return send("CAMT_053", statement(entries), false);
    }

    private static Response send(String format, String file, boolean isDryRun) {
        return post(
                Person.ANA,
                "/v1/bank-statements",
                Map.of(
                        "format",
                        format,
                        "name",
                        "extras",
                        "dryRun",
                        isDryRun,
                        "content",
                        Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8))));
    }

    private static String statement(String entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
                <Acct><Id><IBAN>%s</IBAN></Id></Acct>%s</Stmt></BkToCstmrStmt></Document>""".formatted(IBAN, entries);
    }

    private String entry(String reference, String amount, String text, String payer) {
        return """
                <Ntry><Amt Ccy="RON">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>%s</Dt></BookgDt>
                <AcctSvcrRef>%s</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Supermarket Cotroceni SRL</Nm></Dbtr>
                <DbtrAcct><Id><IBAN>%s</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls>
                </NtryDtls></Ntry>""".formatted(amount, today, reference, payer, text);
    }

    /** One that no other test pays from. */
    private static String account() {
        return "RO00TEST"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(java.util.Locale.ROOT);
    }

    private static String number(String invoice) {
        return get(Person.ANA, "/v1/receivables/" + invoice).path("number");
    }
}
