package dev.fieldservice.billing.documents;

import dev.fieldservice.platform.papers.LegalText;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document of UBL that is being written: groups of {@code cac:} and values of {@code cbc:}. What is null is left out. */
final class Xml {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String AGGREGATES = UBL + "CommonAggregateComponents-2";
    private static final String VALUES = UBL + "CommonBasicComponents-2";

    /** Of the JDK, whatever other one stands on the class path. */
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    /** Writes what stands in a group. */
    @FunctionalInterface
    interface Content {
        void write() throws XMLStreamException;
    }

    /** Writes what stands in the document. */
    @FunctionalInterface
    interface Body {
        void write(Xml xml) throws XMLStreamException;
    }

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] document(String root, Body body) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement(root);
            out.writeDefaultNamespace(UBL + root + "-2");
            out.writeNamespace("cac", AGGREGATES);
            out.writeNamespace("cbc", VALUES);
            body.write(new Xml(out));
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException defect) {
            throw new IllegalStateException(defect);
        }
        return bytes.toByteArray();
    }

    void group(String name, Content content) throws XMLStreamException {
        out.writeStartElement("cac:" + name);
        content.write();
        out.writeEndElement();
    }

    void value(String name, Object value) throws XMLStreamException {
        value(name, Map.of(), value);
    }

    void value(String name, String attribute, String says, BigDecimal value) throws XMLStreamException {
        value(name, Map.of(attribute, says), value == null ? null : value.toPlainString());
    }

    private void value(String name, Map<String, String> attributes, Object value) throws XMLStreamException {
        if (value == null || value.toString().isBlank()) {
            return;
        }
        out.writeStartElement("cbc:" + name);
        for (var attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        out.writeCharacters(LegalText.of(value.toString()));
        out.writeEndElement();
    }
}
