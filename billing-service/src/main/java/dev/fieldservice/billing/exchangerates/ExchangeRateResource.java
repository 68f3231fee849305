package dev.fieldservice.billing.exchangerates;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.validation.DayBounds;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/exchange-rates")
@Tag(
        name = "Exchange rates",
        description = "What other currencies are in lei, day by day, as the National Bank tells it")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class ExchangeRateResource {

    private final HttpCommands commands;
    private final Queries queries;

    public ExchangeRateResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @Operation(
            operationId = "setExchangeRate",
            summary = "Enter what a currency is in lei on a day",
            description =
                    "An invoice in another currency to a buyer in Romania says its VAT in lei, by the last rate of the day of supply or"
                            + " of the six days before; without one it is not issued (422 `exchange-rate-missing`).")
    public Uni<RestResponse<ExchangeRateView>> set(@Valid @NotNull ExchangeRateDetails details) {
        return commands.create(
                details,
                tx -> tx.add(ExchangeRate.set(details, tx.by())),
                ExchangeRateView.class,
                ExchangeRateView::of);
    }

    @GET
    @Operation(operationId = "listExchangeRates", summary = "Exchange rates in the order they were entered")
    public Uni<Page<ExchangeRateView>> list(
            @RestQuery @Size(max = 3) @Pattern(regexp = "^[A-Z]{3}$") String currency,
            @RestQuery LocalDate day,
            @Valid @BeanParam PageRequest page) {
        DayBounds.require("day", day);
        return queries.page(ExchangeRate.class, Filters.of("currency", currency).and("day", day), page)
                .map(found -> found.map(ExchangeRateView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getExchangeRate", summary = "One exchange rate")
    public Uni<RestResponse<ExchangeRateView>> get(@RestPath UUID id) {
        return queries.one("exchange rate", session -> session.find(ExchangeRate.class, id), ExchangeRateView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(
            operationId = "withdrawExchangeRate",
            summary = "Take a rate out of force that was entered wrongly",
            description = "The right one can be entered for its day then. What was issued with it stays.")
    public Uni<RestResponse<ExchangeRateView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason,
                tx -> tx.load(ExchangeRate.class, id).invoke(found -> found.withdraw(reason.reason(), tx.by())),
                ExchangeRateView.class,
                ExchangeRateView::of);
    }
}
