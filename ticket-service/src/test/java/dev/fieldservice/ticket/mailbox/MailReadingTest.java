package dev.fieldservice.ticket.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.text.TakenText;
import dev.fieldservice.ticket.EMail;
import dev.fieldservice.ticket.mailbox.ReadMail.LeftOut;
import dev.fieldservice.ticket.mailbox.ReadMail.MailFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever comes by mail is read as far as it can be, and what it says is text that everybody takes. */
class MailReadingTest {

    private static final long MOST = 45 << 20;
    private static final Set<String> OWN = Set.of("service@fieldservice.example");
    private static final String MARIA = "Maria Ionescu <maria@cotroceni.example>";

    @Test
    void anOrdinaryMailSaysWhoWantsWhatAndBringsItsFiles() {
        byte[] mail = EMail.from(
                        "=?UTF-8?Q?Maria_=C8=98tefan?= <Maria@Cotroceni.example>",
                        "RE: Fw: Chillerul pierde apă",
                        "Vă rog, azi.")
                .with("In-Reply-To", "<a@b.example>")
                .with("References", "<1@b.example> <a@b.example>")
                .enclosing("Poză.jpg", "image/jpeg", new byte[] {1, 2, 3})
                .bytes();

        ReadMail read = read(mail);

        assertThat(read.envelope().from()).isEqualTo("maria@cotroceni.example");
        assertThat(read.envelope().fromName()).isEqualTo("Maria Ștefan");
        assertThat(read.envelope().subject()).isEqualTo("RE: Fw: Chillerul pierde apă");
        assertThat(Envelope.topic(read.envelope().subject())).isEqualTo("Chillerul pierde apă");
        assertThat(read.envelope().answers()).containsExactly("<a@b.example>", "<1@b.example>");
        assertThat(read.envelope().sentAt()).isEqualTo(Instant.parse("2026-03-02T07:15:00Z"));
        assertThat(read.text()).isEqualTo("Vă rog, azi.");
        assertThat(read.files()).extracting(MailFile::name).containsExactly("Poză.jpg");
        assertThat(read.unwanted()).isEmpty();
        assertThat(read.damage()).isEmpty();
    }

    @Test
    void ofHtmlThereIsWhatAReaderSeesAndNothingElse() {
        ReadMail read = read(
                EMail.raw(
                        "From: " + MARIA + "\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
                        "<html><head><title>T</title><style>p{}</style></head><body><p>Chillerul <b>pierde</b> &lt;ap&#259;&gt;</p>"
                                + "<script>alert(1)</script><div style=\"display:none\">ascuns</div><ul><li>una</li><li>dou&#259;</li></ul>"
                                + "<a href=\"https://rau.example/x\">banca.ro</a><img src=\"http://rau.example/p.gif\"></body></html>"));

        assertThat(read.text()).isEqualTo("Chillerul pierde <apă>\n\n- una\n- două\nbanca.ro <https://rau.example/x>");
    }

    @Test
    void lettersAreReadWhateverIsSaidOfThem() {
        assertThat(plain("; charset=windows-1250", "încălzire".getBytes(Charset.forName("windows-1250"))))
                .isEqualTo("încălzire");
        assertThat(plain("", "încălzire".getBytes(Charset.forName("windows-1250"))))
                .isEqualTo("încălzire");
        assertThat(plain("", "încălzire".getBytes(StandardCharsets.UTF_8))).isEqualTo("încălzire");
        assertThat(plain("; charset=us-ascii", "încălzire".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("încălzire");
        assertThat(plain("; charset=there-is-none", "încălzire".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("încălzire");
        assertThat(plain("; charset=\"iso-8859-2\"", "încălzire".getBytes(Charset.forName("ISO-8859-2"))))
                .isEqualTo("încălzire");
        assertThat(plain("; charset=koi8-r", "насос".getBytes(Charset.forName("KOI8-R"))))
                .isEqualTo("насос");
    }

    @Test
    void whatNobodyHasWrittenMakesNoTicketAndSaysWhy() {
        assertThat(unwanted("Auto-Submitted", "auto-replied (vacation)")).isEqualTo("automatic-reply");
        assertThat(unwanted("Subject", "Automatic reply: Chiller")).isEqualTo("automatic-reply");
        assertThat(unwanted("Subject", "=?UTF-8?B?UsSDc3B1bnMgYXV0b21hdDogY29uY2VkaXU=?="))
                .isEqualTo("automatic-reply");
        assertThat(unwanted("X-Autoreply", "yes")).isEqualTo("automatic-reply");
        assertThat(unwanted("Return-Path", "<>")).isEqualTo("bounce");
        assertThat(unwanted("From", "MAILER-DAEMON@mx.example")).isEqualTo("bounce");
        assertThat(unwanted("List-Id", "<oferte.example>")).isEqualTo("list");
        assertThat(unwanted("Precedence", "bulk")).isEqualTo("list");
        assertThat(unwanted("From", "Service <SERVICE@fieldservice.example>")).isEqualTo("own-mail");
        assertThat(unwanted("Message-ID", "<0190a000-0000-7000-8000-000000000001@billing-service.fieldservice>"))
                .isEqualTo("own-mail");
        assertThat(unwanted("Auto-Submitted", "no")).isNull();
        assertThat(unwanted("Subject", "Automatic door is broken")).isNull();
        ReadMail alarm = read(EMail.from(MARIA, "Alarm", "8 °C")
                .with("Auto-Submitted", "auto-generated")
                .bytes());
        assertThat(alarm.unwanted()).isEmpty();
        assertThat(alarm.isGenerated()).isTrue();
    }

    @Test
    void aDeliveryReportIsABounce() {
        byte[] report = EMail.raw(
                "From: x@mx.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n",
                "--b\r\n\r\nno such user\r\n--b--\r\n");

        assertThat(read(report).unwanted()).contains("bounce");
    }

    @Test
    void ofAHundredFilesAndThirtyMegabytesFiftyFilesAreKeptAndTheOthersNamed() throws Exception {
        byte[] file = new byte[225_000];
        new Random(1).nextBytes(file);
        String encoded = Base64.getMimeEncoder().encodeToString(file);
        try (MailReading open = MailReading.of(to -> hundredFiles(to, encoded), MOST, OWN)) {
            ReadMail read = open.mail();

            assertThat(read.damage()).isEmpty();
            assertThat(read.text()).isEqualTo("o sută");
            assertThat(read.files()).hasSize(50);
            assertThat(read.left()).hasSize(50).allMatch(left -> left.reason().equals("too-many-files"));
            try (InputStream last = read.files().getLast().content().open()) {
                assertThat(last.readAllBytes()).isEqualTo(file);
            }
        }
    }

    private static void hundredFiles(OutputStream to, String encoded) throws IOException {
        to.write(EMail.raw("From: " + MARIA + "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"));
        to.write("o sută\r\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 100; i++) {
            to.write(EMail.raw("--b\r\nContent-Type: image/jpeg; name=p" + i
                    + ".jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded + "\r\n"));
        }
        to.write(EMail.raw("--b--\r\n"));
    }

    @Test
    void ofOneThatIsTooLargeTheBeginningIsReadAndNoFileIsHalf() throws Exception {
        byte[] mail = EMail.from(MARIA, "Mare", "Vedeți poza.")
                .enclosing("p.jpg", "image/jpeg", new byte[5000])
                .bytes();
        try (MailReading open = MailReading.of(to -> to.write(mail, 0, 2000), 2000, OWN)) {
            assertThat(open.mail().damage()).contains("too-large");
            assertThat(open.mail().text()).isEqualTo("Vedeți poza.");
            assertThat(open.mail().files()).isEmpty();
        }
    }

    @Test
    void aSmallPictureInTheTextIsDecoration() {
        byte[] mail = EMail.raw(
                "From: " + MARIA + "\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n\r\nBună\r\n",
                "--b\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <l>\r\nContent-Transfer-Encoding: base64\r\n\r\n",
                Base64.getMimeEncoder().encodeToString(new byte[500]),
                "\r\n--b--\r\n");

        assertThat(read(mail).left()).containsExactly(new LeftOut("logo.png", "decoration"));
    }

    @Test
    void whatIsNestedWithoutEndAndWhatHasNoBoundaryIsCutAndNotRefused() {
        var nested = new StringBuilder("From: " + MARIA + "\r\n");
        for (int i = 0; i < 3000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        assertThat(read(EMail.raw(nested)).left()).isNotEmpty();
        ReadMail unbound =
                read(EMail.raw("From: " + MARIA + "\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\nFara margini"));
        assertThat(unbound.damage()).isEmpty();
        assertThat(unbound.text()).isEqualTo("Fara margini");
        assertThat(read(new byte[0]).damage()).contains("unreadable");
        assertThat(read(new byte[3 << 20]).damage()).contains("unreadable");
    }

    /** Some hundred kilobytes would become hundreds of megabytes of parts, and of headers, and of a line. */
    @Test
    void whatWouldFillTheMemoryIsSetAsideAndSaysFromWhomItIs() {
        String parts = mixed() + "--b\n\nx\n".repeat(10_000) + "--b--\n";
        String headers = mixed() + "--b\n" + "a:\n".repeat(200_000) + "\nx\n--b--\n";
        String line = mixed() + "x".repeat(2 << 20);
        for (String mail : List.of(parts, headers, line)) {
            ReadMail read = read(EMail.raw(mail));
            assertThat(read.damage()).contains("unreadable");
            assertThat(read.envelope().from()).isEqualTo("maria@cotroceni.example");
        }
        assertThat(read(EMail.raw("From: " + MARIA + "\n" + "a:\n".repeat(200_000) + "\nx"))
                        .damage())
                .contains("unreadable");
    }

    @Test
    void ofAllThatIsWrittenInAMailTheFirstMegabyteIsRead() {
        String blank = "--b\n\n" + " ".repeat(99).concat("\n").repeat(8_000);
        assertThat(read(EMail.raw(mixed() + blank + "--b\n\nAzi\n--b--\n")).text())
                .isEqualTo("Azi");
        assertThat(read(EMail.raw(mixed() + blank + blank + "--b\n\nAzi\n--b--\n"))
                        .text())
                .isEmpty();
    }

    @Test
    void ofAPageOfMoreElementsThanAnybodyWritesTheBeginningIsRead() {
        String html = "From: " + MARIA + "\r\nContent-Type: text/html\r\n\r\nÎntâi";
        assertThat(read(EMail.raw(html + "<i></i>\n".repeat(50_000) + "gata")).text())
                .endsWith("gata");
        assertThat(read(EMail.raw(html + "<i></i>\n".repeat(110_000) + "gata")).text())
                .doesNotContain("gata")
                .isNotEmpty();
    }

    @Test
    void ofAMailThatIsEnclosedTheHeadIsBoundedToo() {
        String enclosed = "From: " + MARIA + "\nContent-Type: message/rfc822\n\n";
        assertThat(read(EMail.raw(enclosed + "Subject: x\n\nAzi")).text()).isEqualTo("Azi");
        ReadMail read = read(EMail.raw(enclosed + "a:\n".repeat(100_000) + "\nAzi"));
        assertThat(read.text()).isEmpty();
        assertThat(read.left()).extracting(LeftOut::reason).containsExactly("unreadable");
    }

    /** The library takes the three letters for one line end, so no line of it is empty. */
    @Test
    void aHeadEndsWhereItEndsForTheLibrary() {
        String endless = "a:\r\r\n".repeat(200_000);
        String from = "From: " + MARIA + "\r\r\n";
        assertThat(read(EMail.raw(from + "Subject: x\r\r\n\r\r\nAzi")).text()).isEqualTo("Azi");
        assertThat(read(EMail.raw(from + endless + "\r\r\nx")).damage()).contains("unreadable");
        assertThat(read(EMail.raw(mixed() + "--b\n" + endless)).damage()).contains("unreadable");
        ReadMail enclosing = read(EMail.raw(from + "Content-Type: message/rfc822\n\n" + endless + "\r\r\nAzi"));
        assertThat(enclosing.text()).isEmpty();
        assertThat(enclosing.left()).extracting(LeftOut::reason).containsExactly("unreadable");
        assertThat(read(EMail.raw(mixed() + "--b\r\r\n\r\r\r\nAzi\r--b--\r")).text())
                .isEqualTo("Azi");
    }

    @Test
    void linesThatBeginWithDashesButDivideNothingAreText() {
        String page = "<style><!-- p{}\n--></style>" + "<p>Buna</p>\n".repeat(50_000);
        String log = "-----\n" + "2026-03-02 07:15 pump off\n".repeat(25_000);
        String certificates = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n\n".repeat(4_000);
        String patch = "--- a/x\n-- drop\n--b-c\n--bb\n\n".repeat(6_000);
        for (String text : List.of(page, log, certificates, patch)) {
            ReadMail alone = read(EMail.raw("From: " + MARIA + "\nContent-Type: text/html\n\n" + text));
            assertThat(alone.damage()).isEmpty();
            assertThat(alone.text()).isNotEmpty();
            ReadMail attached = read(EMail.raw(mixed() + "--b\n\nAzi\n--b\nContent-Type: text/x; name=x.txt\n\n" + text
                    + "--b\nContent-Type: text/x; name=y.txt\n\ny\n--b--\n"));
            assertThat(attached.damage()).isEmpty();
            assertThat(attached.text()).isEqualTo("Azi");
            assertThat(attached.files()).extracting(MailFile::name).containsExactly("x.txt", "y.txt");
        }
    }

    @Test
    void howeverABoundaryIsWrittenItsPartsAreCounted() {
        String parts = "--b c\n\nx\n".repeat(10_000);
        for (String type : List.of(
                "multipart/mixed; boundary=\"b c\"",
                "Multipart/Mixed;\n charset=x;\n\tBOUNDARY = \"b\\ c\"",
                "multipart/mixed; boundary*=us-ascii''b%20c",
                "multipart/mixed; boundary*0=b; boundary*1=\" c\"",
                "multipart/mixed",
                "multipart/mixed; boundary*=utf-8''%C8%99")) {
            String head = "Content-Type: " + type + "\n\n";
            assertThat(List.of(
                            head + parts,
                            head.replace("\n", "\r\r\n") + parts,
                            "Content-Type: message/rfc822\n\n" + head + parts,
                            "Content-Type: multipart/mixed; boundary=a\n\n--a\n" + head + "--b c--\n--a\n" + head
                                    + parts,
                            "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/rfc822\r\n\r\n"
                                    + head + parts,
                            "Content-Type: multipart/mixed; boundary=a\n\n--a\n" + "x: y\n--a\n " + head + parts))
                    .as(type)
                    .allSatisfy(mail -> assertThat(read(EMail.raw("From: " + MARIA + "\n" + mail))
                                    .damage())
                            .contains("unreadable"));
        }
    }

    @Test
    void aFileMayBeOneLine() throws Exception {
        byte[] picture = new byte[900_000];
        String line = Base64.getEncoder().encodeToString(picture);
        byte[] mail = EMail.raw(mixed() + "--b\n\nAzi\n--b\nContent-Type: image/png; name=p.png\n"
                + "Content-Transfer-Encoding: base64\n\n" + line + "\n--b--\n");
        try (MailReading open = MailReading.of(to -> to.write(mail), MOST, OWN)) {
            assertThat(open.mail().text()).isEqualTo("Azi");
            try (InputStream content = open.mail().files().getFirst().content().open()) {
                assertThat(content.readAllBytes()).isEqualTo(picture);
            }
        }
        assertThat(read(EMail.raw(mixed() + "--b\nContent-Type: multipart/mixed; boundary=c\n\n" + line
                                + "\n--b\n\nAzi\n"))
                        .damage())
                .contains("unreadable");
    }

    private static String mixed() {
        return "From: " + MARIA + "\nContent-Type: multipart/mixed; boundary=b\n\n";
    }

    /** A mutation of a good mail, by a seed that reproduces it. */
    @Test
    void whateverIsDoneToAMailItIsReadOrSetAside() {
        byte[] good = EMail.from(
                        "=?UTF-8?Q?Maria_=C8=98tefan?= " + "<maria@cotroceni.example>",
                        "Chillerul pierde apă",
                        "Vă rog")
                .enclosing("Poză.jpg", "image/jpeg", new byte[300])
                .enclosing("b.pdf", "application/pdf", new byte[300])
                .bytes();
        for (int seed = 0; seed < 600; seed++) {
            byte[] nasty = nasty(good, new Random(seed));
            ReadMail read = read(nasty);
            assertThat(read.text()).as("seed %d", seed).matches(Text.LINES).isEqualTo(TakenText.of(read.text()));
            assertThat(read.envelope().subject()).as("seed %d", seed).matches(Text.LINE);
            assertThat(read.files())
                    .as("seed %d", seed)
                    .allSatisfy(file -> assertThat(file.name())
                            .isNotBlank()
                            .matches(Text.LINE)
                            .hasSizeLessThanOrEqualTo(200));
        }
    }

    private static byte[] nasty(byte[] good, Random dice) {
        byte[] bytes = good.clone();
        for (int i = dice.nextInt(40); i > 0; i--) {
            bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
        }
        if (dice.nextInt(3) == 0) {
            bytes = Arrays.copyOf(bytes, dice.nextInt(bytes.length));
        }
        if (dice.nextInt(3) == 0) {
            String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n");
            bytes = Arrays.stream(lines)
                    .filter(line -> dice.nextInt(10) > 0)
                    .map(line -> dice.nextInt(15) == 0 ? line + "\r\n" + line : line)
                    .collect(Collectors.joining("\r\n"))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        return bytes;
    }

    private static String plain(String charset, byte[] text) {
        return read(EMail.raw("From: " + MARIA + "\r\nContent-Type: text/plain" + charset + "\r\n\r\n", text))
                .text();
    }

    private static String unwanted(String header, String value) {
        return read(EMail.from(MARIA, "Chiller", "x").with(header, value).bytes())
                .unwanted()
                .orElse(null);
    }

    private static ReadMail read(byte[] mail) {
        try (MailReading open = MailReading.of(to -> to.write(mail), MOST, OWN)) {
            return open.mail();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
