package dev.fieldservice.players.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Sender;
import java.time.LocalDate;

/**
 * What the company charges.
 *
 * @param from the first day on which it holds
 */
public record Prices(Sender sender, LocalDate from) {

    /** @param amount in lei per unit of the part */
    @CanIgnoreReturnValue
    public Answer part(String part, String amount) {
        return sender.post(Player.ANA, "/v1/part-prices", """
                {"partId": "%s", "unitPrice": {"amount": "%s", "currency": "RON"}, "validFrom": "%s"}""".formatted(part, amount, from));
    }

    /** In lei per hour; and the tax. */
    @CanIgnoreReturnValue
    public Answer rates(String labour, String travel) {
        rate("LABOUR", labour);
        rate("TRAVEL", travel);
        return sender.post(Player.ANA, "/v1/tax-rates", """
                {"category": "S", "percent": "21", "validFrom": "%s"}""".formatted(from));
    }

    private void rate(String kind, String amount) {
        sender.post(Player.ANA, "/v1/labour-rates", """
                {"kind": "%s", "hourlyRate": {"amount": "%s", "currency": "RON"}, "validFrom": "%s"}""".formatted(kind, amount, from));
    }
}
