package dev.fieldservice.inventory.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The company is kept as it was told last. */
class KnownCompanyTest {

    private final KnownCompany company = new KnownCompany();

    @Test
    void whatAReplicaOfTheVersionBeforeHasKeptIsTakenWithItsSellerWhenItIsToldAnew() {
        company.companyVersion = 3;
        company.languages = new String[] {"ro", "en"};

        company.keep(told(3, "Frigo Service SRL", "de"));

        assertThat(company.seller().map(Seller::legalName)).contains("Frigo Service SRL");
        assertThat(company.languages()).containsExactly("de");
    }

    @Test
    void whatIsNotNewerThanWhatIsKnownIsIgnored() {
        company.keep(told(3, "Frigo Service SRL", "de"));

        company.keep(told(3, "Altă Firmă SRL", "ro"));
        company.keep(told(2, null, "ro"));

        assertThat(company.seller().map(Seller::legalName)).contains("Frigo Service SRL");
        assertThat(company.languages()).containsExactly("de");
    }

    private static CompanyChanged told(long version, String legalName, String language) {
        Seller seller = legalName == null ? null : new Seller(legalName, null, null, null, null, null);
        return new CompanyChanged(
                UUID.randomUUID(), version, "Frigo Service", seller, "Europe/Bucharest", "RON", List.of(language));
    }
}
