package dev.fieldservice.dispatch.confirmations;

import dev.fieldservice.dispatch.company.KnownCompany;
import dev.fieldservice.dispatch.company.WrittenLanguages;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes the page of a visit in a language of its reader, or else of the company. */
@ApplicationScoped
class VisitPages {

    private final Engine engine;

    VisitPages(Engine engine) {
        this.engine = engine;
    }

    String of(String code, AnnouncedVisit visit, List<Locale> wished, KnownCompany company) {
        Locale language = language(wished, company);
        return template("visit", language)
                .data("code", code)
                .data("visit", visit)
                .data("locale", language)
                .render();
    }

    /** Of a code that leads to no visit, or no longer. */
    String ofNone(List<Locale> wished, KnownCompany company) {
        return template("no-visit", language(wished, company)).instance().render();
    }

    private static Locale language(List<Locale> wished, KnownCompany company) {
        return Stream.concat(wished.stream(), company.languages().stream().map(Locale::forLanguageTag))
                .map(Locale::getLanguage)
                .filter(WrittenLanguages::include)
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElseGet(() -> WrittenLanguages.FIRST);
    }

    private Template template(String name, Locale language) {
        return engine.getTemplate(name + "." + language + ".html");
    }
}
