package dev.fieldservice.workorder.reports;

import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Shown;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** For whoever holds a report in their hands and cannot sign in: is it genuine, and is it the newest? It says nothing of people. */
@Path(VerificationResource.PATH + "/{code}")
@PermitAll
public class VerificationResource {

    static final String PATH = "/v1/report-verification";

    /** For browsers, which ask for it; whoever takes anything gets JSON. */
    private static final String PAGE = "text/html;charset=UTF-8;qs=0.5";

    private static final int LONGEST = 100;

    private final UnitOfWork unit;
    private final CurrentRequest request;
    private final Template page;

    public VerificationResource(
            UnitOfWork unit, CurrentRequest request, @Location("report-verification.html") Template page) {
        this.unit = unit;
        this.request = request;
        this.page = page;
    }

    static String address(ReportsConfig config, String code) {
        return config.publicAddress() + PATH + "/" + code;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<RestResponse<Verification>> verify(@RestPath @Size(max = LONGEST) String code) {
        Shown shown = request.shownToAnybody();
        return found(code).map(found -> shown.composed(found, 0));
    }

    @GET
    @Produces(PAGE)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@RestPath @Size(max = LONGEST) String code) {
        Shown shown = request.shownToAnybody();
        return found(code)
                .map(found -> page.instance().data("report", found).render())
                .map(html -> shown.composed(html, 0));
    }

    private Uni<Verification> found(String code) {
        return unit.read(session -> ServiceReports.byCode(session, code).map(Verification::of));
    }
}
