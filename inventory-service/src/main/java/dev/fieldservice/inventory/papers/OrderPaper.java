package dev.fieldservice.inventory.papers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.company.KnownCompany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an order says on paper, as it was known when it was placed.
 *
 * @param orderedOn by the company's clock; of what goes back, when it was sent
 * @param expectedOn null of what goes back
 * @param orderedBy who placed or sent it; null if that was not kept
 * @param place where it is to be delivered; of what goes back, from where it comes, or null
 * @param note may be null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderPaper(
        String number,
        LocalDate orderedOn,
        LocalDate expectedOn,
        String orderedBy,
        Party buyer,
        Party supplier,
        String place,
        String note,
        List<Line> lines,
        Money total) {

    /** Who orders, or of whom. All but the name may be null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Party(
            String name, Address address, String taxId, String registrationNumber, String email, String phone) {

        /** By the name that it trades under as long as nobody has entered who it is. */
        public static Party of(KnownCompany company) {
            return company.seller()
                    .map(seller -> new Party(
                            seller.legalName(),
                            seller.address(),
                            seller.vatId(),
                            seller.registrationNumber(),
                            seller.email(),
                            seller.phone()))
                    .orElseGet(() -> new Party(company.tradeName(), null, null, null, null, null));
        }
    }

    /**
     * So much of a part.
     *
     * @param supplierNumber null if the supplier is not known to offer it
     * @param unitPrice of one unit, without tax
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int position,
            String supplierNumber,
            String partNumber,
            String name,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            Money net) {}
}
