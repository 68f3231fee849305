package dev.fieldservice.workorder.labour;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TimeProposals")
public record TimeProposalList(
        @Schema(description = "Oldest first") List<TimeProposalView> proposals) {

    static TimeProposalList of(TimeProposals proposals) {
        return new TimeProposalList(
                proposals.all().stream().map(TimeProposalView::of).toList());
    }
}
