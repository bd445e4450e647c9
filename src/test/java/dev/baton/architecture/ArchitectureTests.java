package dev.baton.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.baton.process.NodeListener;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;

@AnalyzeClasses(packages = "dev.baton", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String[] PLAIN = {"dev.baton.contract..", "dev.baton.calendar.."};
    private static final String[] FOUNDATIONS = {
        "dev.baton.contract..",
        "dev.baton.calendar..",
        "dev.baton.people..",
        "dev.baton.journal..",
        "dev.baton.insight.."
    };

    /** The rules and documents of features that meet the engine in other classes of theirs. */
    private static final String PLAIN_IN_FEATURES =
            "dev[.]baton[.](context[.](ContextStore|Documents|Merge|Values|PackageVersion)"
                    + "|review[.](PolicyRow|ReviewPolicies|ReviewPolicy|Silence)"
                    + "|decision[.](SpokenDecision|SpokenDecisions))([$].*)?";

    @ArchTest
    static final ArchRule onlyTheEngineRoomKnowsTheEnginesInternals = noClasses()
            .that()
            .resideOutsideOfPackage("dev.baton.camunda..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..")
            .because("what Camunda keeps internal is what a fork changes first");

    @ArchTest
    static final ArchRule rulesArePlainJava = noClasses()
            .that()
            .resideInAnyPackage(PLAIN)
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework..")
                    .and(DescribedPredicate.not(resideInAPackage("org.springframework.modulith.."))))
            .allowEmptyShould(true)
            .because("rules are tried in milliseconds and read without a framework in mind");

    @ArchTest
    static final ArchRule foundationsDoNotKnowWhoRunsThem = noClasses()
            .that()
            .resideInAnyPackage(FOUNDATIONS)
            .or()
            .haveNameMatching(PLAIN_IN_FEATURES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .allowEmptyShould(true)
            .because("what a feature knows and decides outlives the engine that calls it");

    @ArchTest
    static final ArchRule foundationsDoNotUseOldDates = noClasses()
            .that()
            .resideInAnyPackage(FOUNDATIONS)
            .or()
            .haveNameMatching(PLAIN_IN_FEATURES)
            .should()
            .dependOnClassesThat(type(Date.class).or(nameMatching("java[.]text[.].*Format")))
            .allowEmptyShould(true)
            .because("java.util.Date is how the engine speaks, java.time is how Baton does");

    @ArchTest
    static final ArchRule timeIsReadFromTheOneClock = noClasses()
            .that()
            .resideOutsideOfPackage("dev.baton.camunda..")
            .should()
            .callMethodWhere(readsTheMachinesClock())
            .because("tests move one clock; ask the java.time.Clock bean");

    @ArchTest
    static final ArchRule everyListenerNamesItsPhase = classes()
            .that()
            .implement(NodeListener.class)
            .should()
            .beAnnotatedWith(Order.class)
            .because("features meet at a node in the order of their phases");

    @ArchTest
    static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule oneLoggingFacade = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule collaboratorsComeThroughTheConstructor = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("a class says what it needs where it is made");

    @ArchTest
    static final ArchRule namesAreWordsOfTheField = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|UseCase)")
            .because("such names say nothing about handoffs");

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesClock() {
        DescribedPredicate<JavaClass> dates = type(Instant.class)
                .or(type(LocalDate.class))
                .or(type(LocalDateTime.class))
                .or(type(OffsetDateTime.class))
                .or(type(ZonedDateTime.class));
        DescribedPredicate<JavaCall<?>> now = target(owner(dates))
                .and(target(name("now")))
                .and(DescribedPredicate.describe(
                        "without a clock",
                        call -> call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class))));
        DescribedPredicate<JavaCall<?>> system =
                target(owner(type(Clock.class))).and(target(nameMatching("system.*")));
        DescribedPredicate<JavaCall<?>> millis =
                target(owner(type(System.class))).and(target(name("currentTimeMillis")));
        return now.or(system).or(millis).as("reading the machine's clock");
    }
}
