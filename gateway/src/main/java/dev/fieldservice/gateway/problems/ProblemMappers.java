package dev.fieldservice.gateway.problems;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure of the gateway's own resources becomes HTTP. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return Arrays.stream(Refusal.values())
                .filter(refusal -> refusal.status() == status)
                .findFirst()
                .map(refusal -> response(refusal, refusal.title()))
                .orElseGet(refused::getResponse);
    }

    @ServerExceptionMapper
    public Response failed(Throwable failure) {
        LOG.error("An own resource failed", failure);
        return response(Refusal.INTERNAL_ERROR, "The failure is logged under this trace id");
    }

    private static Response response(Refusal refusal, String detail) {
        return Response.status(refusal.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(refusal, detail))
                .build();
    }
}
