package dev.fieldservice.workorder.reports;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.files.Downloads;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.papers.Press;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.workorder.company.KnownCompany;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-orders/{id}")
@Tag(name = "Reports", description = "The paper about a job: what was found and done, and what the customer said to it")
@RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
public class ReportResource {

    private static final String PDF = "application/pdf";

    private final WorkOrderReads reads;
    private final Queries queries;
    private final CurrentRequest request;
    private final Downloads downloads;
    private final ReportPapers papers;
    private final ReportFiles files;
    private final Press press;
    private final ReportsConfig config;

    public ReportResource(
            WorkOrderReads reads,
            Queries queries,
            CurrentRequest request,
            Downloads downloads,
            ReportPapers papers,
            ReportFiles files,
            Press press,
            ReportsConfig config) {
        this.reads = reads;
        this.queries = queries;
        this.request = request;
        this.downloads = downloads;
        this.papers = papers;
        this.files = files;
        this.press = press;
        this.config = config;
    }

    /** @param language in which it is shown */
    private record Shown<T>(T what, ReportLanguage language) {}

    @GET
    @Path("/report")
    @Produces(PDF)
    @Operation(
            operationId = "previewReport",
            summary = "What the report would say now",
            description = "A draft, and marked as one; nothing is issued. One of a caller's is made at a time.")
    public Uni<RestResponse<byte[]>> preview(
            @RestPath UUID id,
            @RestQuery
                    @Size(max = 2)
                    @Pattern(regexp = ReportLanguage.TAGS)
                    @Parameter(description = "Instead of the company's first", example = "ro")
                    String language) {
        UUID reader = request.caller().id();
        return press.awaited(reader, () -> draft(id, language))
                .map(pdf -> RestResponse.ResponseBuilder.ok(pdf).type(PDF).build());
    }

    @GET
    @Path("/reports")
    @Operation(
            operationId = "listReports",
            summary = "The reports about a job, oldest first",
            description = "One is issued a moment after the job is closed, and another edition when something of it is"
                    + " taken back. What is issued never changes.")
    public Uni<Page<ServiceReportView>> list(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return reads.find(id, (session, order) -> Uni.createFrom().item(order.id()))
                .chain(order -> queries.page(ServiceReport.class, Filters.of("workOrderId", order), page))
                .map(found -> found.map(report -> ServiceReportView.of(report, config)));
    }

    @GET
    @Path("/reports/{reportId}")
    @Operation(operationId = "getReport", summary = "What is known of a report")
    public Uni<RestResponse<ServiceReportView>> get(@RestPath UUID id, @RestPath UUID reportId) {
        return reads.composed(
                id,
                (session, order) -> ServiceReports.find(session, order, reportId)
                        .map(report -> ServiceReportView.of(report, config)));
    }

    @GET
    @Path("/reports/{reportId}/content")
    @Produces(PDF)
    @Operation(
            operationId = "getReportContent",
            summary = "The report itself, to read and to print",
            description = "PDF/A-3. In the company's first language, unless another is asked for.")
    public Uni<Response> content(
            @RestPath UUID id,
            @RestPath UUID reportId,
            @RestQuery
                    @Size(max = 2)
                    @Pattern(regexp = ReportLanguage.TAGS)
                    @Parameter(description = "Instead of the company's first", example = "ro")
                    String language) {
        By by = request.by();
        return reads.find(
                        id,
                        (session, order) -> ServiceReports.find(session, order, reportId)
                                .chain(report -> shown(session, report, language)))
                .chain(report -> files.in(report.language(), reportId, by)
                        .chain(file ->
                                downloads.answer(file.sha256(), report.what().fileName(report.language()), PDF)));
    }

    private Uni<byte[]> draft(UUID id, String language) {
        return reads.find(id, (session, order) -> draft(session, order).chain(draft -> shown(session, draft, language)))
                .chain(draft -> papers.pictures(draft.what())
                        .chain(pictures ->
                                press.printed(() -> papers.paper(draft.what(), pictures, draft.language()))));
    }

    private static Uni<Material> draft(Mutiny.Session session, WorkOrder order) {
        return ReportFacts.of(session, order).chain(facts -> Material.of(session, order.id(), facts, Optional.empty()));
    }

    /** @param language null for the company's */
    private static <T> Uni<Shown<T>> shown(Mutiny.Session session, T what, String language) {
        return Optional.ofNullable(language)
                .flatMap(ReportLanguage::of)
                .map(wanted -> Uni.createFrom().item(new Shown<>(what, wanted)))
                .orElseGet(() -> KnownCompany.read(session)
                        .map(company -> new Shown<>(what, ReportLanguage.first(company.languages()))));
    }
}
