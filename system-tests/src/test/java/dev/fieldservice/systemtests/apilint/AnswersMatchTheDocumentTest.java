package dev.fieldservice.systemtests.apilint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.demo.Demo;
import dev.fieldservice.players.story.ToldStory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether the API answers as its description says, with an independent program as the judge. */
@Tag("long")
@ExtendWith({NeedsTools.class, RunningStack.class})
class AnswersMatchTheDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void theApiIsDescribed(LocalStack stack) {
        Documents.fetch(stack);
    }

    @Test
    void inTheWholeCycleNoRequestAndNoAnswerDiffersFromTheDescription(LocalStack stack) {
        try (Prism prism = new Prism(Documents.MERGED, stack.address())) {
            Api api = prism.api(stack.address());
            Job job = Demo.play(
                    api, new ToldStory(System.out), new Mailbox(stack.address().imapPort()));
            new EveryRead(new Client(), api, job).play();

            assertThat(prism.wrongAnswers()).isEmpty();
            assertThat(prism.wrongRequests()).isEmpty();
            assertThat(prism.calls()).isGreaterThan(80);
        }
    }

    @Test
    void refusalsAreAsDescribedToo(LocalStack stack) {
        try (Prism prism = new Prism(Documents.MERGED, stack.address())) {
            new Refusals(new Client(), new Api(prism.before(stack.address()))).play();

            assertThat(prism.wrongAnswers()).isEmpty();
        }
    }

    @Test
    void aDescriptionThatIsWrongIsFoundOut(LocalStack stack) throws IOException {
        ObjectNode document = JSON.readValue(Documents.MERGED.toFile(), ObjectNode.class);
        without(document.at("/paths/~1v1~1customers/post/responses"), "201");
        ((ObjectNode) document.at("/components/schemas/Customer/properties/name")).put("maxLength", 3);
        Path wrong = Tools.FOLDER.resolve("wrong.json");
        Files.write(wrong, JSON.writeValueAsBytes(document));
        try (Prism prism = new Prism(wrong, stack.address())) {
            Api api = new Api(prism.before(stack.address()));
            String id = api.post(Player.DANA, "/v1/customers", "{\"name\": \"Patiseria Unirii SRL\"}")
                    .text("/id");
            assertThat(api.get(Player.DANA, "/v1/customers/" + id).isOk()).isTrue();

            assertThat(prism.wrongAnswers())
                    .anyMatch(found -> found.startsWith("post /v1/customers") && found.contains("status code"))
                    .anyMatch(found -> found.startsWith("get /v1/customers/" + id) && found.contains("name"));
        }
    }

    private static void without(JsonNode object, String field) {
        ((ObjectNode) object).remove(field);
    }
}
