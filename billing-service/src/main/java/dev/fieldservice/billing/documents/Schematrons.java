package dev.fieldservice.billing.documents;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.ciusro.CIUS_ROValidation;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Schema and Schematron for each kind of document and each set of rules. Read when the first asks for them, which takes seconds: on
 * a worker. Of all versions that there are only these are kept in memory.
 */
final class Schematrons {

    private static final DVRCoordinate RO_INVOICE = CIUS_ROValidation.VID_CIUS_RO_UBL_INVOICE_109;
    private static final DVRCoordinate RO_CREDIT_NOTE = CIUS_ROValidation.VID_CIUS_RO_UBL_CREDITNOTE_109;
    private static final DVRCoordinate EN_INVOICE = EN16931Validation.VID_UBL_INVOICE_1315;
    private static final DVRCoordinate EN_CREDIT_NOTE = EN16931Validation.VID_UBL_CREDIT_NOTE_1315;

    private static final Map<DVRCoordinate, IValidationExecutorSet<IValidationSourceXML>> READ = read();

    private Schematrons() {}

    private static Map<DVRCoordinate, IValidationExecutorSet<IValidationSourceXML>> read() {
        var all = new ValidationExecutorSetRegistry<IValidationSourceXML>();
        EN16931Validation.initEN16931(all);
        CIUS_ROValidation.initCIUS_RO(all);
        return Stream.of(RO_INVOICE, RO_CREDIT_NOTE, EN_INVOICE, EN_CREDIT_NOTE)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), all::getOfID));
    }

    static IValidationExecutorSet<IValidationSourceXML> of(InvoiceDocument document) {
        return READ.get(name(document.type(), RuleSet.of(document)));
    }

    private static DVRCoordinate name(DocumentType type, RuleSet rules) {
        return switch (rules) {
            case EN_16931 ->
                switch (type) {
                    case INVOICE -> EN_INVOICE;
                    case CREDIT_NOTE -> EN_CREDIT_NOTE;
                };
            case CIUS_RO ->
                switch (type) {
                    case INVOICE -> RO_INVOICE;
                    case CREDIT_NOTE -> RO_CREDIT_NOTE;
                };
        };
    }
}
