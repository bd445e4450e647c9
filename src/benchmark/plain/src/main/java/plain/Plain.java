package plain;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Camunda's starters as they are: its own REST, its own login, and the beans that the diagrams name. */
@SpringBootApplication
public class Plain {

    public static void main(String[] arguments) {
        SpringApplication.run(Plain.class, arguments);
    }

    /** The least a team would check before it goes on: three variables that must be there. */
    @Bean
    JavaDelegate contextGate() {
        return execution -> execution.setVariable(
                "contextComplete",
                execution.getVariable("campaign") != null
                        && execution.getVariable("launchDate") != null
                        && execution.getVariable("raci") != null);
    }

    /** Nothing is planned: every day of launch is taken as feasible. */
    @Bean
    JavaDelegate planHandoff() {
        return execution -> execution.setVariable("launchFeasible", true);
    }

    /** Nothing hides a rating here: everyone who may read the process reads it. */
    @Bean
    JavaDelegate compareRatings() {
        return execution -> {};
    }

    /** The new day is a variable, and nothing else follows it. */
    @Bean
    JavaDelegate moveLaunchDate() {
        return execution -> execution.setVariable("launchDate", execution.getVariable("newLaunchDate"));
    }

    @Bean
    ConsultedPeople consultedPeople() {
        return new ConsultedPeople();
    }

    @Bean
    Deadline deadline() {
        return new Deadline();
    }

    /** The Basic login that Camunda ships for its REST. */
    @Bean
    @ConditionalOnProperty("plain.login")
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> login() {
        var login = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        login.addInitParameter(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                "org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider");
        login.addUrlPatterns("/engine-rest/*");
        return login;
    }
}
