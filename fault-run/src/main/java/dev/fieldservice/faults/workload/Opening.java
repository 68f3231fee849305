package dev.fieldservice.faults.workload;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.players.client.KeycloakAdmin;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Office;
import dev.fieldservice.players.company.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Opens a company of whatever size: two of each in the office, technicians with vans of their own. */
public final class Opening {

    private Opening() {}

    /** Every fourth technician is a supervisor too. */
    public static Company of(Office office, KeycloakAdmin keycloak, int technicians) {
        office.company();
        var dispatchers = List.of(Player.DANA, keycloak.hire("doru", Role.DISPATCHER));
        var accountants = List.of(Player.ANA, keycloak.hire("alina", Role.ACCOUNTANT));
        var parts = office.priced(Article.VALVE, Article.REFRIGERANT);
        office.rates(2, "177.35", "177.35");
        parts.forEach((article, part) -> office.cost(part, article));
        office.costRates("70.00", "40.00");
        office.kilometres("2.35", "1.15");
        var hired = Together.map(IntStream.range(0, technicians).boxed().toList(), number -> {
            var user = "tehnician-" + number;
            boolean isSupervisorToo = number % 4 == 0;
            var person = isSupervisorToo
                    ? keycloak.hire(user, Role.TECHNICIAN, Role.SUPERVISOR)
                    : keycloak.hire(user, Role.TECHNICIAN);
            return office.equipped(person, "Tehnician " + number, isSupervisorToo, parts);
        });
        return new Company(hired, parts, "", office.workType(), dispatchers, accountants)
                .buyingFor(store(office, parts.get(Article.REFRIGERANT)));
    }

    /** With plenty of what the vans carry. Whoever buys registers a part of their own, of which there is too little for certain. */
    private static Store store(Office office, String refrigerant) {
        var warehouse = office.shelf("Depozit central");
        office.receive(warehouse, refrigerant, "100000", Article.REFRIGERANT);
        return new Store(warehouse, office.supplier(), Optional.empty());
    }
}
