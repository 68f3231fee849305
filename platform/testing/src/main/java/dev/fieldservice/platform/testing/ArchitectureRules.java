package dev.fieldservice.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What CONTRIBUTING demands of every service and a machine can check. */
public final class ArchitectureRules {

    private static final String ROOT = "dev.fieldservice.";

    private ArchitectureRules() {}

    /** Checks all rules against one service, for example {@code check("ticket")}. */
    public static void check(String service) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT + service);
        rules(service).forEach(rule -> rule.check(classes));
    }

    /** The rules, so that a test can hold a bad example against each. */
    public static List<ArchRule> rules(String service) {
        return List.of(
                knowsOnlyContractsAndPlatform(service),
                timeComesIn(),
                nothingIsInjectedIntoFields(),
                noFloatingPointNearMoneyOrQuantities(),
                packagesAreCapabilities(),
                onlyThePlatformOpensTransactions(),
                onlyThePlatformKnowsTheBroker());
    }

    /**
     * Checks that no package of this one knows itself through others, for example {@code checkCircles("platform")}: neither by
     * its byte code, nor by its sources, where a constant of another package is named that byte code only has the value of.
     */
    public static void checkCircles(String name) {
        noCircleBetweenPackages()
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(ROOT + name));
        assertThat(SourcePackages.underMain(ROOT + name).circle())
                .as("packages whose sources name each other in a circle")
                .isEmpty();
    }

    static ArchRule noCircleBetweenPackages() {
        return slices().matching(ROOT + "(**)")
                .should()
                .beFreeOfCycles()
                .because("what a package stands on can be read, tested and changed without it");
    }

    static ArchRule knowsOnlyContractsAndPlatform(String service) {
        return classes()
                .should()
                .onlyDependOnClassesThat(
                        new DescribedPredicate<>("are its own, of contracts, of platform or of libraries") {
                            @Override
                            public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                                String name = type.getPackageName();
                                return !name.startsWith(ROOT)
                                        || name.startsWith(ROOT + service)
                                        || name.startsWith(ROOT + "contracts")
                                        || name.startsWith(ROOT + "platform");
                            }
                        })
                .because("services know each other by contracts only");
    }

    static ArchRule timeComesIn() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from the Clock, so that tests can move it");
    }

    static ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .because("what a class needs stands in its constructor");
    }

    static ArchRule noFloatingPointNearMoneyOrQuantities() {
        return fields().that(new DescribedPredicate<>("are floating point") {
                    @Override
                    public boolean test(JavaField field) {
                        String type = field.getRawType().getName();
                        return List.of("double", "float", "java.lang.Double", "java.lang.Float")
                                .contains(type);
                    }
                })
                .should()
                .haveNameMatching(".*([lL]atitude|[lL]ongitude|[aA]ccuracy|[mM]etres|[rR]adius|[dD]istance).*")
                .allowEmptyShould(true)
                .because("money and quantities are decimals; only places on earth are floating point");
    }

    static ArchRule packagesAreCapabilities() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..", "..util..", "..utils..", "..common..", "..impl..", "..manager..", "..dto..")
                .because("a package is a capability, named in the domain's words");
    }

    static ArchRule onlyThePlatformOpensTransactions() {
        return noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<>("opens a session or transaction") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                        return call.getTargetOwner().getName().startsWith("org.hibernate.reactive.mutiny.Mutiny")
                                && List.of("withTransaction", "openSession", "withSession", "withStatelessSession")
                                        .contains(call.getName());
                    }
                })
                .because("state, history and events are stored together, by the unit of work");
    }

    static ArchRule onlyThePlatformKnowsTheBroker() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.eclipse.microprofile.reactive.messaging..",
                        "io.smallrye.reactive.messaging..")
                .because("events leave by Wire and come in by Listening");
    }
}
