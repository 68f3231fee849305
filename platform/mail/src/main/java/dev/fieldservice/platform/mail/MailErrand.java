package dev.fieldservice.platform.mail;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Outside;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The job of sending a mail, and its delivery log. A crash in between sends it once more under the same {@code Message-ID}. */
final class MailErrand<C> implements Outside<C, Letter, String> {

    private final MailKind<C> kind;
    private final Mails mails;

    MailErrand(MailKind<C> kind, Mails mails) {
        this.kind = kind;
        this.mails = mails;
    }

    @Override
    public Class<C> content() {
        return kind.content();
    }

    @Override
    public Policy policy() {
        return mails.policy();
    }

    @Override
    public Uni<Optional<Letter>> prepare(Tx tx, Errand<C> errand) {
        return kind.write(tx, errand)
                .chain(mail -> mail.map(
                                some -> mails.letter(tx, some, errand.subject()).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    @Override
    public Uni<String> act(Letter letter) {
        return mails.send(letter);
    }

    @Override
    public Uni<Next> record(Tx tx, Errand<C> errand, String words) {
        tx.note(errand.subject(), "MAIL_SENT", words);
        return kind.sent(tx, errand).replaceWith(Next::done);
    }

    @Override
    public Uni<Void> putOff(Tx tx, Errand<C> errand, String why) {
        return kind.refused(tx, errand, why);
    }

    @Override
    public Uni<Void> gaveUp(Tx tx, Errand<C> errand, String why) {
        tx.note(errand.subject(), "MAIL_FAILED", why);
        return kind.failed(tx, errand, why);
    }
}
