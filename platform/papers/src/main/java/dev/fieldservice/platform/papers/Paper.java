package dev.fieldservice.platform.papers;

import java.util.List;
import java.util.Map;

/**
 * A document that is to be printed.
 *
 * @param page well-formed XHTML with a title and the language, in the fonts {@code Sans}; nothing in it is read from elsewhere
 * @param pictures JPEG or PNG, by the names under which the page shows them: {@code <img src="picture:name">}
 * @param enclosures files that lie inside of it
 */
public record Paper(String page, Map<String, byte[]> pictures, List<Enclosure> enclosures) {

    public Paper(String page, Map<String, byte[]> pictures) {
        this(page, pictures, List.of());
    }
}
