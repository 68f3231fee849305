package dev.fieldservice.bench.cycle;

import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.demo.Customer;
import dev.fieldservice.players.demo.Office;
import dev.fieldservice.players.demo.Prices;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The people and things that have to be there before work begins. Made once per figure; what a technician drives is made
 * with the technician.
 *
 * @param part kept by the piece, without serial numbers
 */
public record Company(Api api, Customer customer, String part) {

    /** A technician with a van that has plenty of the part in it. */
    public record Technician(Player person, String van) {}

    public static Company open(Stack stack) {
        var api = stack.gateway();
        var part = new Office(api).part("FLT", "Filtru deshidrator", "EA", false);
        // Another figure of this run may have set the rates.
        var prices =
                new Prices(api::postIfMissing, LocalDate.now(ZoneOffset.UTC).minusDays(1));
        prices.rates("180.00", "180.00");
        prices.part(part, "389.90");
        return new Company(api, Customer.registered(api), part);
    }

    public List<Technician> hire(Stack stack, String group, int count) {
        return Together.map(stack.technicians(group, count), this::hire);
    }

    private Technician hire(Player person) {
        var office = new Office(api);
        office.technician(person, "Tehnician");
        var van = office.van("Duba", person);
        office.receive(van, part, "100000", "EA");
        return new Technician(person, van);
    }
}
