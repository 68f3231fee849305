package dev.fieldservice.ticket.mailbox;

import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeVisitor;

/** What a reader of an HTML mail would read, as plain text: no markup, nothing hidden, nothing fetched. */
final class HtmlText {

    private static final String UNSEEN =
            "head, script, style, template, noscript, title, object, iframe, [hidden], [style*=display:none], [style*=display: none]";

    /** Elements and their attributes; of more the beginning is read. */
    private static final int MOST_NODES = 100_000;

    private HtmlText() {}

    static String of(String html) {
        Document page = page(html);
        page.select(UNSEEN).remove();
        var writer = new Writer();
        page.traverse(writer);
        return writer.text.toString().replaceAll("[ \\t]+\\n", "\n");
    }

    /** A short text can say that one element be repeated within each of many others. */
    private static Document page(String html) {
        try (StreamParser parser = new StreamParser(Parser.htmlParser()).parse(html, "")) {
            int nodes = 0;
            for (var elements = parser.iterator(); nodes < MOST_NODES && elements.hasNext(); ) {
                nodes += 1 + elements.next().attributesSize();
            }
            return parser.document();
        }
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.text());
            } else if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "br" -> text.append('\n');
                    case "li" -> {
                        line();
                        text.append("- ");
                    }
                    case "td", "th" -> append(" ");
                    case "hr" -> {
                        line();
                        text.append("---\n");
                    }
                    default -> {
                        if (element.isBlock()) {
                            line();
                        }
                    }
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "a" -> address(element);
                    case "p", "h1", "h2", "h3", "h4" -> {
                        line();
                        text.append('\n');
                    }
                    default -> {
                        if (element.isBlock()) {
                            line();
                        }
                    }
                }
            }
        }

        /** Of a link whose words are not its address both are shown, so that nobody is led elsewhere than they read. */
        private void address(Element link) {
            String address = link.attr("href").strip();
            String low = address.toLowerCase(Locale.ROOT);
            boolean leadsAway = low.startsWith("http://") || low.startsWith("https://");
            if (leadsAway && !address.equals(link.text().strip())) {
                text.append(" <").append(address).append('>');
            }
        }

        private void append(String words) {
            boolean isStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
            text.append(isStart ? words.stripLeading() : words);
        }

        private void line() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
