package dev.fieldservice.platform.mail;

import dev.fieldservice.platform.commands.Answer;
import dev.fieldservice.platform.commands.Commands;
import dev.fieldservice.platform.mail.Wording.Written;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Shown;
import dev.fieldservice.platform.rest.ThisService;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** In which words the mails of this service are written, and how a company puts them in words of its own. */
@Path("/v1/operations/{service}/mail-texts")
@Tag(name = "Mail texts", description = "In which words each service writes its mails")
@RolesAllowed("admin")
public class MailTextResource {

    private final MailTemplates templates;
    private final UnitOfWork unit;
    private final HttpCommands http;
    private final Commands commands;
    private final CurrentRequest request;
    private final ThisService thisService;

    public MailTextResource(
            MailTemplates templates,
            UnitOfWork unit,
            HttpCommands http,
            Commands commands,
            CurrentRequest request,
            ThisService thisService) {
        this.templates = templates;
        this.unit = unit;
        this.http = http;
        this.commands = commands;
        this.request = request;
        this.thisService = thisService;
    }

    @Schema(name = "MailTextPreview")
    public record Preview(String subject, String text) {}

    /** Which words are meant. */
    private record Which(MailPurpose purpose, String language, Wording brought) {

        MailTextView shown(Optional<MailText> text) {
            return MailTextView.of(purpose, language, brought, text);
        }
    }

    @GET
    @Operation(operationId = "listMailTexts", summary = "The words of all mails of a service, by purpose and language")
    public Uni<Page<MailTextView>> list(@RestPath @Size(max = 40) @Pattern(regexp = "^[a-z-]+$") String service) {
        thisService.require(service);
        return unit.read(MailTexts::all).map(said -> {
            Map<String, MailText> texts =
                    said.stream().collect(Collectors.toMap(text -> text.purpose + text.language, Function.identity()));
            return new Page<>(
                    templates.all().stream()
                            .flatMap(purpose -> MailTemplates.LANGUAGES.stream()
                                    .map(language -> which(purpose.name(), language)
                                            .shown(Optional.ofNullable(texts.get(purpose.name() + language)))))
                            .toList(),
                    null);
        });
    }

    @GET
    @Path("/{purpose}/{language}")
    @Operation(operationId = "getMailText", summary = "The words of one mail in one language")
    public Uni<RestResponse<MailTextView>> get(
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z-]+$") String service,
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z0-9-]+$") String purpose,
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z0-9-]+$") String language) {
        thisService.require(service);
        Shown shown = request.shown();
        Which which = which(purpose, language);
        return unit.read(session -> MailTexts.find(session, purpose, language))
                .map(text -> shown.composed(
                        which.shown(text), text.map(MailText::version).orElse(0L)));
    }

    @PUT
    @Path("/{purpose}/{language}")
    @Operation(
            operationId = "changeMailText",
            summary = "Write this mail in the company's own words",
            description =
                    "They are plain text with names in braces: {number}, {#if name}...{/if}, {#for line in lines}...{/for},"
                            + " {time:format(arrival, 'd MMMM yyyy, HH:mm', locale)}; which names there are, GET says. Every name"
                            + " must be one of these, in every branch, and the words must give a mail with an example; what is"
                            + " wrong is said with its line. Mails that are written from now on say it so.")
    public Uni<RestResponse<MailTextView>> change(
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z-]+$") String service,
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z0-9-]+$") String purpose,
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z0-9-]+$") String language,
            @Valid @NotNull NewMailText text) {
        thisService.require(service);
        return http.replace(
                tx -> load(tx, purpose, language).invoke(() -> requireUsable(which(purpose, language), text.wording())),
                (said, by) -> said.say(text.wording(), by),
                this::shown);
    }

    @POST
    @Path("/{purpose}/{language}/withdraw")
    @Operation(
            operationId = "withdrawMailText",
            summary = "Write this mail in the usual words again",
            description = "Those that the service brings along.")
    public Uni<MailTextView> withdraw(
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z-]+$") String service,
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z0-9-]+$") String purpose,
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z0-9-]+$") String language) {
        thisService.require(service);
        return commands.once(
                        request.command(null),
                        tx -> load(tx, purpose, language).invoke(said -> said.withdraw(tx.by())),
                        MailTextView.class,
                        said -> Answer.changed(shown(said), said.version()))
                .map(given -> given.answer().body());
    }

    @POST
    @Path("/{purpose}/{language}/preview")
    @Operation(
            operationId = "previewMailText",
            summary = "See what a mail in these words looks like",
            description = "With an example of what a mail of this kind tells. Nothing is kept.")
    public Uni<Preview> preview(
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z-]+$") String service,
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z0-9-]+$") String purpose,
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z0-9-]+$") String language,
            @Valid @NotNull NewMailText text) {
        thisService.require(service);
        // Only demanded, as of every command: nothing is done that could be done twice
        var _ = request.idempotencyKey();
        Which which = which(purpose, language);
        requireUsable(which, text.wording());
        Written written = text.wording().write(which.purpose().example(), language);
        return Uni.createFrom().item(new Preview(written.subject(), written.text()));
    }

    /** Locked; refused with 404 if there is no such text. */
    private Uni<MailText> load(Tx tx, String purpose, String language) {
        var _ = which(purpose, language);
        return MailTexts.load(tx, purpose, language);
    }

    private MailTextView shown(MailText said) {
        return which(said.purpose, said.language).shown(Optional.of(said));
    }

    private Which which(String purpose, String language) {
        return new Which(templates.purpose(purpose, language), language, templates.brought(purpose, language));
    }

    /** Refused with 422 and all that is wrong. */
    private static void requireUsable(Which which, Wording wording) {
        List<FieldError> faults = wording.faults(which.purpose(), which.language());
        if (!faults.isEmpty()) {
            throw new Refusal.RuleViolated(
                            "unusable-mail-text",
                            "No mail could be written in these words; each fault has its line.",
                            faults)
                    .refused();
        }
    }
}
