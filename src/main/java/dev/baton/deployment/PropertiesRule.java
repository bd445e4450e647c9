package dev.baton.deployment;

import org.springframework.stereotype.Component;

/**
 * Refuses a diagram whose extension properties say what Baton does not understand, or that opens handoffs without what a
 * handoff needs: a start form, somebody who starts it, a way to cancel it, and an end that says how it came out.
 */
@Component
class PropertiesRule implements Rule {

    @Override
    public void check(Definitions definitions, Violations found) {
        definitions.batons().forEach(diagram -> new PropertiesReading(diagram, found).read());
    }
}
