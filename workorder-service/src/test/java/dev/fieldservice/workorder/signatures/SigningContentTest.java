package dev.fieldservice.workorder.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.photos.Photo;
import dev.fieldservice.workorder.photos.PhotoHash;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.workorders.Approver;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SigningContentTest {

    /** Signatures of years ago must still verify: this text may never change within its format. */
    @Test
    void theSameWorkAlwaysGivesTheSameBytes() {
        assertThat(new String(inTheFirstFormat().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"approver\":{\"name\":\"Maria Ionescu\",\"role\":\"Manager\"},"
                        + "\"asset\":{\"id\":\"00000000-0000-0000-0000-000000000001\",\"name\":\"Chiller lactate 1\"},"
                        + "\"customer\":\"Supermarket Cotroceni SRL\",\"format\":\"dev.fieldservice.signing-content.v1\","
                        + "\"orderNumber\":\"SO-1\","
                        + "\"parts\":[{\"id\":\"00000000-0000-0000-0000-000000000002\",\"name\":\"Agent \\\"frigorific\\\"\","
                        + "\"number\":\"R-449A\",\"quantity\":{\"amount\":\"2.500\",\"unit\":\"KGM\"}}],"
                        + "\"remark\":\"Etanș.\",\"serviceType\":\"REPAIR\",\"site\":\"Magazin Cotroceni\","
                        + "\"siteAddress\":{\"city\":\"București\",\"countryCode\":\"RO\",\"street\":\"Bulevardul Timișoara 26\"},"
                        + "\"summary\":\"Pierde agent\",\"ticketNumber\":\"T-1\","
                        + "\"times\":[{\"endedAt\":\"2026-03-02T10:00:00Z\",\"id\":\"00000000-0000-0000-0000-000000000003\","
                        + "\"kind\":\"LABOUR\",\"startedAt\":\"2026-03-02T09:00:00Z\",\"technician\":\"Tudor\"}]}");
        assertThat(inTheFirstFormat().hash())
                .isEqualTo("3af834ab9bef195862fdd3d1ed682075b703458160605a1e4227dbac97936f1a");
    }

    /** Of the same work, with a photo of what was done. */
    @Test
    void withPhotosAndHowItEndedToo() {
        assertThat(content("2.5", "Etanș.").hash())
                .isEqualTo("aeb25b26c1bfb83387a90f626a2a0b934eddd7ca8d04a76cb373db84d093b6ac");
        assertThat(photographed(Outcome.COMPLETE, photo(7, Photo.Kind.AFTER)).hash())
                .isEqualTo("cd2633623b6a32625a98528c47a712e952ee211db130e5dd616aacbf07da328f");
    }

    @Test
    void whatWasSignedBeforePhotosWereKeptVerifiesWhateverPhotosThereAre() {
        SigningContent signed = inTheFirstFormat();

        assertThat(photographed(Outcome.COMPLETE, photo(7, Photo.Kind.BEFORE)).shownAs(signed))
                .isEqualTo(signed);
    }

    @Test
    void aPhotoMoreOrLessIsAnotherContentAndOneMoreNeedsNoNewSignature() {
        PhotoHash before = photo(7, Photo.Kind.BEFORE);
        PhotoHash after = photo(8, Photo.Kind.AFTER);
        SigningContent signed = photographed(null, before, after);

        assertThat(photographed(null, before, after).shownAs(signed)).isEqualTo(signed);
        for (SigningContent other : List.of(
                photographed(null, before),
                photographed(null, after),
                photographed(null, before, new PhotoHash(after.id(), after.kind(), "00")))) {
            assertThat(other.shownAs(signed)).isNotEqualTo(signed);
            assertThat(other.shownAs(signed).withoutLaterPhotos(signed)).isNotEqualTo(signed);
        }
        SigningContent more = photographed(null, before, after, photo(9, Photo.Kind.AFTER));
        assertThat(more.shownAs(signed)).isNotEqualTo(signed);
        assertThat(more.shownAs(signed).withoutLaterPhotos(signed)).isEqualTo(signed);
    }

    @Test
    void anotherEndThanWasShownUndoesASignatureAndOneOfWhichNothingWasSaidDoesNot() {
        SigningContent shown = photographed(Outcome.INCOMPLETE, photo(7, Photo.Kind.BEFORE));
        SigningContent open = photographed(null, photo(7, Photo.Kind.BEFORE));
        SigningContent complete = photographed(Outcome.COMPLETE, photo(7, Photo.Kind.BEFORE));

        assertThat(complete.shownAs(shown)).isNotEqualTo(shown);
        assertThat(open.shownAs(shown)).isEqualTo(shown);
        assertThat(complete.shownAs(open)).isEqualTo(open);
    }

    @Test
    void theSameAmountWrittenOtherwiseIsTheSameContent() {
        assertThat(content("2.500", null).hash()).isEqualTo(content("2.5", null).hash());
    }

    @Test
    void aGramMoreIsAnotherContent() {
        assertThat(content("2.501", null).hash())
                .isNotEqualTo(content("2.5", null).hash());
        assertThat(content("2.5", "Etanș.").hash())
                .isNotEqualTo(content("2.5", null).hash());
    }

    @Test
    void anotherNameOfTheMachineDoesNotUndoASignatureAndAnotherMachineDoes() {
        SigningContent signed = of(new AssetRef(new UUID(0, 1), "Chiller lactate 1", "FX-1", null, null));

        assertThat(of(new AssetRef(new UUID(0, 1), "Chiller 1", "FX-7", null, null))
                        .shownAs(signed))
                .isEqualTo(signed);
        assertThat(of(new AssetRef(new UUID(0, 9), "Chiller lactate 1", "FX-1", null, null))
                        .shownAs(signed))
                .isNotEqualTo(signed);
        assertThat(of(null).shownAs(signed)).isNotEqualTo(signed);
        assertThat(signed.shownAs(of(null))).isNotEqualTo(of(null));
        assertThat(of(null).shownAs(of(null))).isEqualTo(of(null));
    }

    @Test
    void whatWasSignedBeforeNumbersWereKeptVerifiesForAsLongAsTheAnswerIsTheSame() {
        SigningContent signed = answered(new SigningContent.Checked("p", "Presiunea", "38 BAR", false, null, null));

        assertThat(answered(new SigningContent.Checked("p", "Presiunea", "38 BAR", false, "38", "BAR"))
                        .shownAs(signed)
                        .hash())
                .isEqualTo(signed.hash());
        assertThat(answered(new SigningContent.Checked("p", "Presiunea", "39 BAR", false, "39", "BAR"))
                        .shownAs(signed)
                        .hash())
                .isNotEqualTo(signed.hash());
    }

    @Test
    void whatWasFoundAndDoneIsPartOfIt() {
        SigningContent signed = told(new SigningContent.Told(new UUID(0, 5), "Racord fisurat", "Racord înlocuit"));

        assertThat(told(new SigningContent.Told(new UUID(0, 5), "Racord fisurat", "Nimic"))
                        .shownAs(signed))
                .isNotEqualTo(signed);
        assertThat(content("2.5", null).shownAs(signed)).isNotEqualTo(signed);
    }

    private static SigningContent inTheFirstFormat() {
        SigningContent o = content("2.5", "Etanș.");
        return new SigningContent(
                SigningContent.FIRST_FORMAT,
                o.orderNumber(),
                o.ticketNumber(),
                o.customer(),
                o.site(),
                o.siteAddress(),
                o.asset(),
                o.serviceType(),
                o.summary(),
                o.parts(),
                o.times(),
                o.approver(),
                o.remark(),
                null,
                null,
                null,
                null,
                null);
    }

    private static SigningContent photographed(Outcome outcome, PhotoHash... photos) {
        SigningContent o = content("2.5", "Etanș.");
        return new SigningContent(
                o.format(),
                o.orderNumber(),
                o.ticketNumber(),
                o.customer(),
                o.site(),
                o.siteAddress(),
                o.asset(),
                o.serviceType(),
                o.summary(),
                o.parts(),
                o.times(),
                o.approver(),
                o.remark(),
                null,
                null,
                null,
                outcome,
                List.of(photos));
    }

    private static PhotoHash photo(int id, Photo.Kind kind) {
        return new PhotoHash(new UUID(0, id), kind, "9f86");
    }

    private static SigningContent answered(SigningContent.Checked checked) {
        return content(null, List.of(checked), null);
    }

    private static SigningContent told(SigningContent.Told told) {
        return content(null, null, List.of(told));
    }

    private static SigningContent content(
            String remark, List<SigningContent.Checked> checklist, List<SigningContent.Told> accounts) {
        AssetRef machine = new AssetRef(new UUID(0, 1), "Chiller lactate 1", null, null, null);
        return content("2.5", remark, machine, checklist, accounts);
    }

    private static SigningContent content(String kilograms, String remark) {
        return content(kilograms, remark, new AssetRef(new UUID(0, 1), "Chiller lactate 1", null, null, null));
    }

    private static SigningContent of(AssetRef machine) {
        return content("2.5", null, machine);
    }

    private static SigningContent content(String kilograms, String remark, AssetRef machine) {
        return content(kilograms, remark, machine, null, null);
    }

    private static SigningContent content(
            String kilograms,
            String remark,
            AssetRef machine,
            List<SigningContent.Checked> checklist,
            List<SigningContent.Told> accounts) {
        return new SigningContent(
                SigningContent.FORMAT,
                "SO-1",
                "T-1",
                "Supermarket Cotroceni SRL",
                "Magazin Cotroceni",
                new Address("Bulevardul Timișoara 26", "București", null, null, "RO"),
                machine,
                "REPAIR",
                "Pierde agent",
                List.of(new SigningContent.Part(
                        new UUID(0, 2),
                        "R-449A",
                        "Agent \"frigorific\"",
                        new Quantity(new BigDecimal(kilograms), "KGM"),
                        null,
                        null,
                        null,
                        null)),
                List.of(new SigningContent.Time(
                        new UUID(0, 3),
                        "Tudor",
                        TimeEntry.Kind.LABOUR,
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Instant.parse("2026-03-02T10:00:00Z"),
                        null)),
                new Approver("Maria Ionescu", "Manager", null),
                remark,
                checklist,
                accounts,
                null,
                null,
                null);
    }
}
