package dev.fieldservice.players.company;

import dev.fieldservice.players.client.Player;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The refrigeration company when the phone rings.
 *
 * @param parts what the vans carry: the id of each article
 * @param territory where its customers are, if it has one
 * @param workType the id of a kind of work with a checklist; empty if none is defined
 * @param dispatchers at least one
 * @param accountants at least one
 * @param store empty if nothing is bought
 */
public record Company(
        List<Technician> technicians,
        Map<Article, String> parts,
        String territory,
        String workType,
        List<Player> dispatchers,
        List<Player> accountants,
        Optional<Store> store) {

    /** Nothing is bought. */
    public Company(
            List<Technician> technicians,
            Map<Article, String> parts,
            String territory,
            String workType,
            List<Player> dispatchers,
            List<Player> accountants) {
        this(technicians, parts, territory, workType, dispatchers, accountants, Optional.empty());
    }

    /** With nobody but the realm's own people in the office. */
    public Company(List<Technician> technicians, Map<Article, String> parts, String territory) {
        this(technicians, parts, territory, "", List.of(Player.DANA), List.of(Player.ANA));
    }

    /** The same, which does work of this kind. */
    public Company doing(String kind) {
        return new Company(technicians, parts, territory, kind, dispatchers, accountants, store);
    }

    /** The same, which buys. */
    public Company buyingFor(Store where) {
        return new Company(technicians, parts, territory, workType, dispatchers, accountants, Optional.of(where));
    }

    public String part(Article article) {
        return parts.get(article);
    }
}
