package dev.fieldservice.billing.documents;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.ciusro.CIUS_ROValidation;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;

/** The official rules, asked about the bytes of an XML as the buyer's software would. */
public final class LawfulXml {

    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES = rules();

    private LawfulXml() {}

    private static ValidationExecutorSetRegistry<IValidationSourceXML> rules() {
        var rules = new ValidationExecutorSetRegistry<IValidationSourceXML>();
        EN16931Validation.initEN16931(rules);
        CIUS_ROValidation.initCIUS_RO(rules);
        return rules;
    }

    /** Empty if nothing is against it. */
    public static String objections(byte[] xml) throws Exception {
        var results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                RULES.getOfID(set(new String(xml, StandardCharsets.UTF_8))),
                ValidationSourceXML.create(
                        "invoice",
                        DocumentBuilderFactory.newDefaultNSInstance()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(xml))),
                Locale.ENGLISH);
        return results.getAllErrors().stream()
                .map(error -> error.getErrorText(Locale.ENGLISH))
                .collect(Collectors.joining("\n"));
    }

    private static DVRCoordinate set(String xml) {
        boolean isInvoice = xml.contains("<cbc:InvoiceTypeCode");
        if (xml.contains("CIUS-RO:1.0.1<")) {
            return isInvoice
                    ? CIUS_ROValidation.VID_CIUS_RO_UBL_INVOICE_109
                    : CIUS_ROValidation.VID_CIUS_RO_UBL_CREDITNOTE_109;
        }
        return isInvoice ? EN16931Validation.VID_UBL_INVOICE_1315 : EN16931Validation.VID_UBL_CREDIT_NOTE_1315;
    }
}
