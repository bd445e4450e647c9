/**
 * What operations draw and write in Modeler, read and held to the rules it must meet to be deployed.
 */
@ApplicationModule(
        allowedDependencies = {
            "camunda",
            "contract",
            "form",
            "journal",
            "people",
            "plan",
            "process",
            "retrospective",
            "review",
            "selection",
            "shared"
        })
@NullMarked
package dev.baton.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
