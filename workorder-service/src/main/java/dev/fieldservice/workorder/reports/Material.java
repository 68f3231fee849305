package dev.fieldservice.workorder.reports;

import dev.fieldservice.workorder.photos.Print;
import dev.fieldservice.workorder.photos.Prints;
import dev.fieldservice.workorder.signatures.Signatures;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * All that a paper is made of, but for the pictures themselves.
 *
 * @param edition empty for a draft
 * @param drawn how the signature was drawn, as PNG
 */
public record Material(ReportFacts facts, Optional<Edition> edition, List<Print> prints, Optional<byte[]> drawn) {

    static Uni<Material> of(Mutiny.Session session, UUID orderId, ReportFacts facts, Optional<Edition> edition) {
        return Prints.all(session, orderId)
                .chain(prints ->
                        drawn(session, facts).map(drawn -> new Material(facts, edition, shown(prints, facts), drawn)));
    }

    private static Uni<Optional<byte[]>> drawn(Mutiny.Session session, ReportFacts facts) {
        return facts.signature() == null
                ? Uni.createFrom().item(Optional.empty())
                : Signatures.drawn(session, facts.signature().id());
    }

    /** As the facts have it: what is withdrawn afterwards stands on what was made before. */
    private static List<Print> shown(List<Print> prints, ReportFacts facts) {
        var ids = facts.pictures().stream()
                .filter(ReportFacts.Picture::shown)
                .map(ReportFacts.Picture::id)
                .collect(Collectors.toSet());
        return prints.stream().filter(print -> ids.contains(print.id())).toList();
    }
}
