package dev.fieldservice.contracts.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of real companies and examples of tax offices. */
class TaxIdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RO18547290",
                "RO 185 472 90",
                "ro12345674",
                "DE136695976",
                "ATU13585627",
                "BE0428759497",
                "DK13585628",
                "EE100931558",
                "EL094259216",
                "GR094259216",
                "FI20774740",
                "FR40303265045",
                "HR33392005961",
                "HU12892312",
                "IT00743110157",
                "LU15027442",
                "MT11679112",
                "NL004495445B01",
                "PL8567346215",
                "PT501964843",
                "SE123456789701",
                "SI50223054",
                "SK2022749619",
                "CY10259033P",
                "CZ25123891",
                "ESB64717838",
                "IE6433435F",
                "LT119511515",
                "LV40003521600",
                "BG175074752",
                "BG7523169263",
                "CZ7103192745",
                "CZ640903926",
                "ESA28015865",
                "ESX5253868R",
                "ES54362315K",
                "IE8D79739I",
                "LT100001919017",
                "LV16117519997",
                "XI980780684",
                "CHE-107.787.577",
                "GB980780684",
                "12345674",
                "B64717838"
            })
    void aNumberThatCanExistIsTaken(String id) {
        assertThat(TaxIds.canExist(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RO18547291",
                "RO12345678",
                "RO1",
                "RO12345678901",
                "RO",
                "ZZ123456",
                "DE136695978",
                "DE12345",
                "ATU13585626",
                "BE0428759499",
                "DK13585627",
                "EE100594103",
                "EL123456780",
                "FI20774741",
                "FR84323140391",
                "HR33392005962",
                "HU12892313",
                "IT00743110158",
                "LU15027443",
                "MT11679113",
                "NL123456789B90",
                "PL8567346216",
                "PT501964842",
                "SE123456789101",
                "SI50223055",
                "SK2022749618",
                "CY1025903P",
                "BG17507475",
                "BG175074751",
                "BG7523169268",
                "CY10259033Z",
                "CZ25123890",
                "CZ7103192742",
                "ESA28015866",
                "ES54362315Z",
                "ESX5253868M",
                "IE6433435E",
                "LT119511519",
                "LV40003521601",
                "LV16117519993",
                "XI980780683",
                "00000000",
                "NONE",
                "-",
                "RO18547290; drop",
                "№ 5"
            })
    void aNumberThatCannotExistIsNot(String id) {
        assertThat(TaxIds.canExist(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU00000000", "BE0000000000", "BE0000000097", "BG000000000", "BG0000000000", "CY00000000A",
                        "CZ00000000",
                "EL000000000", "GR000000000", "ESA00000000", "ES00000000T", "FI00000000", "FR12000000000",
                        "HR00000000000",
                "HU00000000", "IE0000000W", "IT00000000000", "LT000000000", "LU00000000", "LV00000000000", "MT00000037",
                "NL000000000B00", "NL000000000B01", "PL0000000000", "SE000000000001", "XI000000000", "CHE000000000"
            })
    void zerosAreNobodysNumber(String id) {
        assertThat(TaxIds.canExist(id)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "12345674, RO, true",
        "12345678, RO, false",
        "1800101221144, RO, true",
        "1800101221145, RO, false",
        "12345678, US, true",
        "B64717838, ES, true",
        "DE136695976, RO, true",
        "136695976, DE, true",
        "136695978, DE, false",
        "12, DE, false",
        "1800101221144, DE, false",
        "094259216, GR, true"
    })
    void withoutItsCountryItIsANumberOfTheCountryOfTheAddress(String id, String country, boolean canExist) {
        assertThat(TaxIds.canExist(id, country)).isEqualTo(canExist);
    }

    @ParameterizedTest
    @CsvSource({
        "136695976, DE, DE136695976",
        "B64717838, ES, ESB64717838",
        "094259216, GR, EL094259216",
        "12 345 674, RO, 12345674",
        "1800101221144, RO, 1800101221144",
        "DE136695976, AT, DE136695976",
        "12-3456789, US, 123456789"
    })
    void aNumberOfAnotherMemberStateIsKeptWithItsCountryAndOneOfRomaniaAsItIs(String id, String country, String kept) {
        assertThat(TaxIds.withCountry(id, country)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "RO18547290, true",
        "EL094259216, true",
        "18547290, false",
        "1800101221144, false",
        "RO18547291, false",
        "ZZ123456, false"
    })
    void aVatIdentifierBeginsWithItsCountry(String id, boolean isVatId) {
        assertThat(TaxIds.isVatId(id)).isEqualTo(isVatId);
        assertThat(TaxIds.isVatId(null)).isFalse();
    }

    @Test
    void greeceHasTwoPrefixesAndIsOneCountry() {
        assertThat(TaxIds.country("EL094259216")).contains("GR");
        assertThat(TaxIds.country("gr 094259216")).contains("GR");
        assertThat(TaxIds.country("094259216")).isEmpty();
        assertThat(TaxIds.country(null)).isEmpty();
    }

    @Test
    void itIsKeptWithoutBlanksDotsAndDashes() {
        assertThat(TaxIds.compact(" ro 185.472-90 ")).isEqualTo("RO18547290");
        assertThat(TaxIds.compact(null)).isNull();
    }
}
