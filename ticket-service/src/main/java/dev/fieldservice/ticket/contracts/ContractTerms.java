package dev.fieldservice.ticket.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is agreed: what is covered and included, what is promised, and what it costs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContractTerms")
public record ContractTerms(
        @Size(max = 50) @Schema(nullable = true, description = "Of several that fit, the one that covers most counts")
        List<@NotNull @Valid Clause> covered,

        @Size(max = 2) @Schema(nullable = true, description = "Visits, hours or both")
        List<@NotNull @Valid Allowance> allowances,

        @Size(max = 4)
        @Schema(
                nullable = true,
                description = "By priority; what stands for every customer counts for those that are not here")
        List<@NotNull @Valid Promise> promises,

        @Valid @Schema(nullable = true) Fee fee) {

    public ContractTerms {
        covered = orNone(covered);
        allowances = orNone(allowances);
        promises = orNone(promises);
    }

    /** Not copied: an item that is missing is found, and named, by validation. */
    private static <T> List<T> orNone(List<T> items) {
        return items == null ? List.of() : items;
    }

    /** What the customer pays for it. Kept as data: nothing is billed by it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContractFee")
    public record Fee(
            @NotNull @Valid Money amount,
            @NotNull Every every,

            @Size(min = 1, max = 1000)
            @Pattern(regexp = Text.LINES)
            @Schema(
                    nullable = true,
                    description = "How it follows prices",
                    examples = "Anual, cu indicele prețurilor de consum INS")
            String indexation) {

        @Schema(name = "FeeInterval")
        public enum Every {
            MONTH,
            QUARTER,
            YEAR,
            TERM
        }
    }

    /** Refused with 422 where something is said twice. */
    void require(String pointer) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < allowances.size(); i++) {
            refuseUnless(seen.add(allowances.get(i).unit()), pointer + "/allowances/" + i + "/unit");
        }
        for (int i = 0; i < promises.size(); i++) {
            refuseUnless(seen.add(promises.get(i).priority()), pointer + "/promises/" + i + "/priority");
        }
    }

    private static void refuseUnless(boolean isNew, String pointer) {
        if (!isNew) {
            throw Refusal.RuleViolated.at(pointer, "repeated", "Each stands once.");
        }
    }
}
