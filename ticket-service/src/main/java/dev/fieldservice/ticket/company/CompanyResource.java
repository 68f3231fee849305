package dev.fieldservice.ticket.company;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/company")
@Tag(name = "Company", description = "The company that this installation serves, and when it works")
@RolesAllowed({
    Role.DISPATCHER,
    Role.TECHNICIAN,
    Role.SUPERVISOR,
    Role.STOREKEEPER,
    Role.BUYER,
    Role.ACCOUNTANT,
    Role.ADMIN
})
public class CompanyResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final UnitOfWork unit;
    private final PublicHolidays holidays;
    private final Phones phones;
    private final Errands errands;

    public CompanyResource(
            HttpCommands commands,
            Queries queries,
            UnitOfWork unit,
            PublicHolidays holidays,
            Phones phones,
            Errands errands) {
        this.errands = errands;
        this.commands = commands;
        this.queries = queries;
        this.unit = unit;
        this.holidays = holidays;
        this.phones = phones;
    }

    @GET
    @Operation(operationId = "getCompany", summary = "The company")
    public Uni<RestResponse<CompanyView>> get() {
        return queries.one(Company.class, Company.ID, CompanyView::of);
    }

    @PUT
    @BodyLimit("512K")
    @RolesAllowed(Role.ADMIN)
    @Operation(
            operationId = "changeCompany",
            summary = "Replace what is known of the company",
            description = "The other services are told. Numbers that were given keep their year.")
    public Uni<RestResponse<CompanyView>> change(@Valid @NotNull CompanyDetails entered) {
        CompanyDetails details = entered.read(phones);
        CompanyRules.require(details, holidays);
        return commands.replace(
                tx -> tx.load(Company.class, Company.ID).call(company -> company.follow(tx, errands, details)),
                (company, by) -> company.change(details, holidays, by),
                CompanyView::of);
    }

    @GET
    @Path("/calendar")
    @Operation(
            operationId = "getCompanyCalendar",
            summary = "When the company works, day by day",
            description = "Special days come before public holidays, and these before the ordinary week.")
    public Uni<CompanyCalendarView> calendar(@Valid @BeanParam CalendarSpan span) {
        span.require();
        return unit.read(session -> session.find(Company.class, Company.ID))
                .map(company -> new CompanyCalendarView(
                        company.details.timeZone(),
                        WorkCalendar.of(company.details, holidays, span.from, span.to)
                                .days()));
    }
}
