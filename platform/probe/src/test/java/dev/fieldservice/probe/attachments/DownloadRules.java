package dev.fieldservice.probe.attachments;

import static dev.fieldservice.probe.attachments.FileClient.JPEG;
import static dev.fieldservice.probe.attachments.FileClient.id;
import static dev.fieldservice.probe.attachments.FileClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is fetched whole, in parts, or not at all if the client has it. */
abstract class DownloadRules extends FileTests {

    private static final int SIZE = 200_000;

    private byte[] photo;
    private String attachment;

    @BeforeEach
    void aPhoto() throws Exception {
        photo = photo(SIZE);
        attachment = attached(photo);
    }

    private String tag() {
        return "\"" + sha256(photo) + "\"";
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,1",
        "bytes=100-199,100,200",
        "bytes=70000-,70000,200000",
        "bytes=199999-,199999,200000",
        "bytes=-5,199995,200000",
        "bytes=-900000,0,200000",
        "bytes=5-900000,5,200000"
    })
    void aRangeIsAnsweredWithThatPart(String range, int from, int to) throws Exception {
        HttpResponse<byte[]> part = dana.content(note, attachment, "Range", range);

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(photo, from, to));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes " + from + "-" + (to - 1) + "/" + SIZE);
        assertThat(part.headers().firstValue("ETag")).contains(tag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "pages=1-2", "bytes=x-y", "bytes=-", "bytes=9-3", ""})
    void whatIsNoSingleRangeIsAnsweredWithTheWhole(String range) throws Exception {
        HttpResponse<byte[]> whole = dana.content(note, attachment, "Range", range);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(photo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=200000-", "bytes=300000-300001", "bytes=-0"})
    void aRangeBehindTheEndIsRefusedWithTheSize(String range) throws Exception {
        HttpResponse<byte[]> refused = dana.content(note, attachment, "Range", range);
        assertThat(refused.statusCode()).isEqualTo(416);
        assertThat(refused.headers().firstValue("Content-Range")).contains("bytes */" + SIZE);
        assertThat(text(refused)).contains("range-not-satisfiable");
    }

    @Test
    void aRangeOfOtherContentIsAnsweredWithTheWhole() throws Exception {
        HttpResponse<byte[]> same = dana.content(note, attachment, "Range", "bytes=0-9", "If-Range", tag());
        HttpResponse<byte[]> other = dana.content(note, attachment, "Range", "bytes=0-9", "If-Range", "\"other\"");
        assertThat(same.statusCode()).isEqualTo(206);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(photo);
    }

    @Test
    void whoHasItIsNotSentItAgain() throws Exception {
        for (String has : new String[] {tag(), "W/" + tag(), "\"other\", " + tag(), "*"}) {
            HttpResponse<byte[]> unchanged = dana.content(note, attachment, "If-None-Match", has);
            assertThat(unchanged.statusCode()).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
            assertThat(unchanged.headers().firstValue("ETag")).contains(tag());
        }
        assertThat(dana.content(note, attachment, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void headTellsTheSizeWithoutTheContent() throws Exception {
        HttpResponse<byte[]> head =
                dana.send(dana.request("/v1/notes/" + note + "/attachments/" + attachment + "/content")
                        .method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).contains(String.valueOf(SIZE));
    }

    @Test
    void textIsSentAsItIsToThoseWhoWouldTakeItCompressed() throws Exception {
        byte[] text = "leak\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        String log = id(dana.attach(note, "text/plain", text));

        HttpResponse<byte[]> fetched = dana.content(note, log, "Accept-Encoding", "gzip");

        assertThat(fetched.body()).isEqualTo(text);
        assertThat(fetched.headers().firstValue("Content-Length")).contains(String.valueOf(text.length));
    }

    @Test
    void aNameIsSafeInAHeaderWhateverItIs() throws Exception {
        HttpResponse<byte[]> answer = dana.send(dana.request("/v1/notes/" + note
                        + "/attachments?name=..%2F%22%C8%9Aeav%C4%83%20100%25%E2%80%AEgpj.exe%22%3B%20x")
                .header("Idempotency-Key", anyName())
                .header("Content-Type", JPEG)
                .POST(BodyPublishers.ofByteArray(photo)));

        HttpResponse<byte[]> fetched = dana.content(note, id(answer));

        assertThat(fetched.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"__Teava 100_gpj.exe_; x\"; "
                        + "filename*=UTF-8''__%C8%9Aeav%C4%83%20100%25gpj.exe_%3B%20x");
    }

    @Test
    void whatIsGoneOrOfAnotherNoteIsNotFound() throws Exception {
        String elsewhere = dana.note();
        assertThat(dana.content(elsewhere, attachment).statusCode()).isEqualTo(404);
        remove(attachment);
        assertThat(dana.content(note, attachment).statusCode()).isEqualTo(404);
    }
}
