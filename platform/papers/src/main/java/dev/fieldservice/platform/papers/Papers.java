package dev.fieldservice.platform.papers;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of papers, from templates {@code templates/papers/<name>.html}. What a value says is escaped, and is never read as a
 * template or as markup.
 */
@ApplicationScoped
public class Papers {

    private final Engine engine;

    Papers(Engine engine) {
        this.engine = engine;
    }

    /** @param model what the template speaks of */
    public String page(String name, Map<String, ?> model) {
        Template template = Optional.ofNullable(engine.getTemplate("papers/" + name + ".html"))
                .orElseThrow(() -> new IllegalStateException("There is no template of a paper " + name + "."));
        var instance = template.instance();
        model.forEach(instance::data);
        return instance.render();
    }
}
