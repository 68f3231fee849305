package dev.fieldservice.workorder.reviews;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.signatures.CanonicalJson;
import dev.fieldservice.workorder.workorders.Examination;
import dev.fieldservice.workorder.workorders.ExaminedBy;
import dev.fieldservice.workorder.workorders.Examiner;
import dev.fieldservice.workorder.workorders.Reversal;
import dev.fieldservice.workorder.workorders.WorkOrderFacts;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Which jobs are examined by whom before they are closed. Of the rules that fit a job the one at the first position decides. */
@Entity
public class ReviewRule extends Aggregate {

    private static final int ALL = 100;
    private static final int HEXADECIMAL = 16;

    int position;
    String name;

    /** Null where it is about any, as the other criteria. */
    String serviceType;

    UUID workTypeId;
    UUID customerId;
    UUID territoryId;
    Integer labourMinutesFrom;
    Integer partsFrom;
    int samplePercent;

    /** Drawn once and shown to nobody: whoever knew it could work out which of their jobs are in the sample. */
    UUID seed;

    /** It decides about what is completed from then on. */
    Instant setAt;

    @Enumerated(EnumType.STRING)
    ExaminedBy examinedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    Examiner reviewer;

    @JdbcTypeCode(SqlTypes.JSON)
    Examiner deputy;

    /** Null for as long as it is in force. */
    @JdbcTypeCode(SqlTypes.JSON)
    Reversal withdrawal;

    protected ReviewRule() {}

    static ReviewRule set(ReviewRuleDetails details, By by) {
        ReviewRule rule = new ReviewRule();
        rule.id = Ids.next();
        rule.seed = UUID.randomUUID();
        rule.take(details);
        rule.setAt = by.at();
        rule.note("REVIEW_RULE_SET", by, by.at(), rule.words());
        return rule;
    }

    void change(ReviewRuleDetails details, By by) {
        requireInForce();
        take(details);
        setAt = by.at();
        note("REVIEW_RULE_CHANGED", by, by.at(), words());
    }

    void withdraw(String why, By by) {
        requireInForce();
        withdrawal = Reversal.of(why, by);
        note("REVIEW_RULE_WITHDRAWN", by, by.at(), why);
    }

    private void take(ReviewRuleDetails details) {
        position = details.position();
        name = details.name();
        serviceType = details.serviceType();
        workTypeId = details.workTypeId();
        customerId = details.customerId();
        territoryId = details.territoryId();
        labourMinutesFrom = details.labourMinutesFrom();
        partsFrom = details.partsFrom();
        samplePercent = details.samplePercent() == null ? ALL : details.samplePercent();
        examinedBy = details.examinedBy();
        reviewer = details.reviewer();
        deputy = details.deputy();
    }

    private void requireInForce() {
        if (withdrawal != null) {
            throw new Refusal.Conflict("withdrawn", "It was withdrawn and is not in force. Set what is right anew.")
                    .refused();
        }
    }

    /** Says whether it is about this job, which waits to be examined. */
    boolean fits(WorkOrderFacts job, Done done) {
        Instant since = job.review().awaitedSince();
        return since != null
                && !setAt.isAfter(since)
                && (serviceType == null || serviceType.equals(job.jobCard().serviceType()))
                && (workTypeId == null || workTypeId.equals(job.workTypeId()))
                && (customerId == null
                        || customerId.equals(job.jobCard().customer().id()))
                && (territoryId == null || job.territoryIds().contains(territoryId))
                && (labourMinutesFrom == null || done.labour().toMinutes() >= labourMinutesFrom)
                && (partsFrom == null || done.counted().size() >= partsFrom)
                && samples(job.id());
    }

    /** The same of a job whenever it is asked, and of each rule another sample. */
    boolean samples(UUID job) {
        String drawn = CanonicalJson.hash((seed + " " + job).getBytes(StandardCharsets.US_ASCII));
        return new BigInteger(drawn, HEXADECIMAL).mod(BigInteger.valueOf(ALL)).intValue() < samplePercent;
    }

    Examination examination() {
        return new Examination(examinedBy, id, name, reviewer, deputy, null);
    }

    private String words() {
        return "%d. %s: %s".formatted(position, name, examinedBy);
    }

    @Override
    public String kind() {
        return "review-rule";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
