package dev.fieldservice.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that never fails is no rule: each must find its bad example, and nothing else. */
class ArchitectureRulesTest {

    private final JavaClasses bad = new ClassFileImporter().importPackages("dev.fieldservice.bad");

    @Test
    void eachRuleFindsItsBadExample() {
        finds(ArchitectureRules.knowsOnlyContractsAndPlatform("bad"), "KnowsAnotherService");
        finds(ArchitectureRules.timeComesIn(), "AsksTheSystemForTheTime");
        finds(ArchitectureRules.nothingIsInjectedIntoFields(), "IsInjectedIntoAField");
        finds(ArchitectureRules.noFloatingPointNearMoneyOrQuantities(), "CountsMoneyInDoubles");
        finds(ArchitectureRules.packagesAreCapabilities(), "dev.fieldservice.bad.util");
        finds(ArchitectureRules.onlyThePlatformOpensTransactions(), "OpensItsOwnTransaction");
        finds(ArchitectureRules.onlyThePlatformKnowsTheBroker(), "ListensToATopicByItself");
        assertThat(ArchitectureRules.rules("bad"))
                .as("rules without a bad example here")
                .hasSize(7);
    }

    @Test
    void packagesThatKnowEachOtherAreFound() {
        finds(ArchitectureRules.noCircleBetweenPackages(), "Cycle detected: Slice bad.egg");
    }

    @Test
    void packagesThatKnowEachOtherByAConstantAreFound() {
        assertThat(SourcePackages.underTest("dev.fieldservice.bad.constants").circle())
                .containsExactly(
                        "dev.fieldservice.bad.constants.lamb",
                        "dev.fieldservice.bad.constants.sheep",
                        "dev.fieldservice.bad.constants.lamb");
        assertThat(SourcePackages.underTest("dev.fieldservice.neighbour").circle())
                .isEmpty();
    }

    private void finds(ArchRule rule, String example) {
        List<String> found = rule.evaluate(bad).getFailureReport().getDetails();
        assertThat(found).isNotEmpty().allMatch(violation -> violation.contains(example));
    }
}
