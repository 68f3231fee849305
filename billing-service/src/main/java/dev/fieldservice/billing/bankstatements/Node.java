package dev.fieldservice.billing.bankstatements;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An element of XML, by local names; what is not there is empty. */
record Node(Element element) {

    boolean is(String name) {
        return element != null && name.equals(element.getLocalName());
    }

    /** Those that lie on this way. */
    List<Node> all(String... way) {
        Stream<Node> found = Stream.of(this);
        for (String name : way) {
            found = found.flatMap(node -> node.children(name));
        }
        return found.toList();
    }

    Node child(String name) {
        return children(name).findFirst().orElse(new Node(null));
    }

    String text(String... way) {
        return all(way).stream().findFirst().map(Node::text).orElse("");
    }

    String text() {
        return element == null ? "" : element.getTextContent().strip();
    }

    /** Of the first of these ways on which something stands. @param ways names, separated by slashes */
    String firstOf(String... ways) {
        return Arrays.stream(ways)
                .map(way -> text(way.split("/")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    String attribute(String name) {
        return element == null ? "" : element.getAttribute(name);
    }

    private Stream<Node> children(String name) {
        if (element == null) {
            return Stream.of();
        }
        NodeList children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> name.equals(child.getLocalName()))
                .map(Node::new);
    }
}
