package dev.fieldservice.billing.bankstatements;

import dev.fieldservice.billing.bankstatements.BankEntry.Objection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads camt.053 (ISO 20022, bank to customer statement) of any version: what is needed has the same names in all. A document type
 * declaration is refused, so that nothing is expanded or fetched. Blocks.
 */
final class CamtFile {

    private static final int DATE = 10;

    private final List<BankEntry> entries = new ArrayList<>();

    private CamtFile() {}

    static List<BankEntry> read(byte[] file) {
        Node document = new Node(parse(file));
        List<Node> statements = document.all("BkToCstmrStmt", "Stmt");
        if (!document.is("Document") || statements.isEmpty()) {
            throw Unreadable.file("This is no camt.053: it has no statement.");
        }
        CamtFile reading = new CamtFile();
        statements.forEach(reading::statement);
        return reading.entries;
    }

    private static Element parse(byte[] file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(file)).getDocumentElement();
        } catch (SAXException notXml) {
            throw Unreadable.file("This is no XML, or has a document type declaration.");
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void statement(Node statement) {
        String account = statement.firstOf("Acct/Id/IBAN", "Acct/Id/Othr/Id");
        statement.all("Ntry").forEach(entry -> entry(account, entry));
    }

    /** A batch is told payment by payment, if the bank says how much each is. */
    private void entry(String account, Node entry) {
        List<Node> details = entry.all("NtryDtls", "TxDtls");
        BigDecimal amount = amount(entry.text("Amt"));
        List<String> parts = details.stream().map(CamtFile::part).toList();
        boolean isBatch = details.size() > 1
                && parts.stream().noneMatch(String::isEmpty)
                && parts.stream()
                                .map(this::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(amount)
                        == 0;
        if (isBatch) {
            details.forEach(detail -> add(account, entry, detail, amount(part(detail))));
        } else {
            add(account, entry, details.stream().findFirst().orElse(entry), amount);
        }
    }

    private static String part(Node detail) {
        return detail.firstOf("Amt", "AmtDtls/TxAmt/Amt");
    }

    private void add(String account, Node entry, Node detail, BigDecimal amount) {
        String currency = entry.child("Amt").attribute("Ccy");
        LocalDate day = day(entry);
        List<String> identity = List.of(
                account,
                entry.text("AcctSvcrRef"),
                detail.firstOf("Refs/AcctSvcrRef", "Refs/TxId", "Refs/EndToEndId"),
                day.toString(),
                amount.toPlainString(),
                currency,
                text(entry, detail));
        entries.add(new BankEntry(
                entries.size() + 1,
                identity,
                day,
                entry.text("CdtDbtInd").equals("DBIT") ? amount.negate() : amount,
                currency,
                orNull(detail.firstOf("RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm")),
                orNull(detail.text("RltdPties", "DbtrAcct", "Id", "IBAN")),
                text(entry, detail),
                objection(entry)));
    }

    private static Objection objection(Node entry) {
        if (!entry.firstOf("Sts/Cd", "Sts").equals("BOOK")) {
            return Objection.NOT_BOOKED;
        }
        if (entry.text("RvslInd").equals("true")) {
            return Objection.REVERSAL;
        }
        return entry.text("CdtDbtInd").equals("CRDT") ? null : Objection.DEBIT;
    }

    private static String text(Node entry, Node detail) {
        return Stream.of(
                        detail.all("RmtInf", "Ustrd"),
                        detail.all("RmtInf", "Strd", "CdtrRefInf", "Ref"),
                        detail.all("RmtInf", "Strd", "RfrdDocInf", "Nb"),
                        detail.all("AddtlTxInf"),
                        entry.all("AddtlNtryInf"))
                .flatMap(List::stream)
                .map(Node::text)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private LocalDate day(Node entry) {
        String day = entry.firstOf("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm");
        try {
            return LocalDate.parse(day.substring(0, Math.min(DATE, day.length())));
        } catch (DateTimeException noDay) {
            throw Unreadable.row(entries.size() + 1, "it has no day on which it was booked.");
        }
    }

    private BigDecimal amount(String text) {
        return Amounts.read(entries.size() + 1, text);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
