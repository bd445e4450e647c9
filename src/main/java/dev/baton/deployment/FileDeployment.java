package dev.baton.deployment;

import dev.baton.camunda.FilesDeployed;
import dev.baton.camunda.Violation;
import dev.baton.deployment.ProcessFiles.Content;
import dev.baton.deployment.Shipping.LeftAside;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Ships the files at the start, before anybody is served, and then whatever changes in the folder. What breaks a rule is
 * reported, and what was in force stays.
 */
@Component
class FileDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FileDeployment.class);

    /** What was there at one look; equal where nothing has changed. */
    private record Look(Map<String, String> digests, List<Violation> problems) {}

    private final ProcessFiles files;
    private final Shipping shipping;
    private final RepositoryService repository;
    private final ApplicationEventPublisher events;

    private volatile List<Violation> refused = List.of();
    private List<LeftAside> leftAside = List.of();
    private Look taken = new Look(Map.of(), List.of());
    private Look seen = taken;
    private Set<String> deployments = Set.of();
    private @Nullable String failure;

    FileDeployment(
            ProcessFiles files, Shipping shipping, RepositoryService repository, ApplicationEventPublisher events) {
        this.files = files;
        this.shipping = shipping;
        this.repository = repository;
        this.events = events;
    }

    /** What in the files cannot be deployed as it is. */
    List<Violation> refused() {
        return refused;
    }

    List<LeftAside> leftAside() {
        return shipping.leftAside(files.read().files(), files.source());
    }

    @Override
    public void afterSingletonsInstantiated() {
        take(files.read());
    }

    /** Takes what has changed once it is the same as at the look before: nothing that is half written. */
    void look() {
        try {
            var content = files.read();
            var look = look(content);
            var stoodStill = look.equals(seen);
            seen = look;
            if (stoodStill && !(look.equals(taken) && isSettled()) && take(content)) {
                events.publishEvent(new FilesDeployed());
            }
            failure = null;
        } catch (RuntimeException failed) {
            if (!String.valueOf(failed.getMessage()).equals(failure)) {
                LOG.warn("What has changed in the folder could not be deployed, and is tried again", failed);
            }
            failure = String.valueOf(failed.getMessage());
        }
    }

    private static Look look(Content content) {
        return new Look(content.digests(), content.problems());
    }

    /** What was refused or left aside may be deployable since somebody has deployed something else. */
    private boolean isSettled() {
        return (refused.isEmpty() && leftAside.isEmpty()) || deployments.equals(deployments());
    }

    /** By their ids: the clocks of several nodes do not say which is the newest. */
    private Set<String> deployments() {
        return repository.createDeploymentQuery().unlimitedList().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
    }

    /** Whether something was deployed. */
    private boolean take(Content content) {
        deployments = deployments();
        if (!content.readable()) {
            var still = refused.stream().filter(violation -> taken.digests().containsKey(violation.file()));
            report(Stream.concat(content.problems().stream(), still).toList(), leftAside);
            taken = new Look(taken.digests(), content.problems());
            return false;
        }
        var look = look(content);
        var changed = changed(content, look);
        var report = shipping.ship(changed, files.source());
        if (!report.deployed().isEmpty()) {
            LOG.info("Deployed: {}", String.join(", ", report.deployed()));
        }
        report(
                Stream.concat(content.problems().stream(), report.refused().stream())
                        .toList(),
                shipping.leftAside(changed, files.source()));
        logMissing(look);
        taken = look;
        return !report.deployed().isEmpty();
    }

    /** Says in the log what it has not said before. */
    private void report(List<Violation> violations, List<LeftAside> aside) {
        violations.stream()
                .filter(violation -> !refused.contains(violation))
                .forEach(violation -> LOG.warn("Not deployed, what was in force stays: {}", violation));
        aside.stream().filter(one -> !leftAside.contains(one)).forEach(FileDeployment::log);
        refused = violations;
        leftAside = aside;
    }

    /** Other nodes may have taken newer ones of the rest, and what this one has had for long is no change. */
    private Map<String, byte[]> changed(Content content, Look look) {
        var open = new HashSet<String>();
        refused.forEach(violation -> open.add(violation.file()));
        leftAside.forEach(one -> open.add(one.file()));
        return content.files().entrySet().stream()
                .filter(file -> open.contains(file.getKey())
                        || !Objects.equals(
                                look.digests().get(file.getKey()),
                                taken.digests().get(file.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void log(LeftAside aside) {
        LOG.warn(
                "Left aside: {} has changed, and operations have put {} in its place. Deploy what should hold. The difference:\n{}",
                aside.file(),
                aside.inForce().inWords(),
                String.join("\n", aside.difference()));
    }

    private void logMissing(Look look) {
        var missing = new TreeSet<>(taken.digests().keySet());
        missing.removeAll(look.digests().keySet());
        missing.removeAll(look.problems().stream().map(Violation::file).collect(Collectors.toSet()));
        if (!missing.isEmpty()) {
            LOG.warn("Gone from the folder, and still in force: {}", String.join(", ", missing));
        }
    }
}
