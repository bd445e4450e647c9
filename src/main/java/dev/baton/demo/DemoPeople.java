package dev.baton.demo;

import dev.baton.people.Role;
import dev.baton.security.RandomPassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One person per role. Their passwords are random, kept next to the data (readable by the owner only) and printed at
 * every start of the demo, which listens on this machine alone.
 */
@Component
@Profile("demo")
public class DemoPeople {

    /** Someone to sign in as. */
    public record DemoPerson(String id, String role) {
        String inWords() {
            return role.equals(Groups.CAMUNDA_ADMIN) ? "administrator" : role.replace('-', ' ');
        }
    }

    public static final List<DemoPerson> ALL = List.of(
            new DemoPerson("maria", Role.STRATEGIST.key()),
            new DemoPerson("ben", Role.EXECUTION_OWNER.key()),
            new DemoPerson("carla", Role.CREATIVE.key()),
            new DemoPerson("lena", Role.PRODUCTION.key()),
            new DemoPerson("ana", Role.ANALYST.key()),
            new DemoPerson("sam", Role.SALES.key()),
            new DemoPerson("tom", Role.MANAGER.key()),
            new DemoPerson("erika", Role.SUBJECT_MATTER_EXPERT.key()),
            new DemoPerson("paul", Role.LEGAL.key()),
            new DemoPerson("ruth", Role.FINAL_APPROVER.key()),
            new DemoPerson("nora", Role.QUALITY_OWNER.key()),
            new DemoPerson("pia", Role.PARTNER.key()),
            new DemoPerson("stefan", Role.STAKEHOLDER.key()),
            new DemoPerson("olga", Role.OPERATIONS.key()),
            new DemoPerson("ada", Groups.CAMUNDA_ADMIN));

    private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);

    private final IdentityService identity;
    private final Path file;

    DemoPeople(IdentityService identity, @Value("${baton.demo.passwords:./data/demo-passwords.properties}") Path file) {
        this.identity = identity;
        this.file = file;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void create() {
        var passwords = read();
        for (var person : ALL) {
            var known = passwords.getProperty(person.id());
            var password = known == null ? RandomPassword.next() : known;
            passwords.setProperty(person.id(), password);
            save(person, password, known == null);
        }
        write(passwords);
        LOG.info(table(passwords));
    }

    private void save(DemoPerson person, String password, boolean isNewPassword) {
        var user = identity.createUserQuery().userId(person.id()).singleResult();
        if (user == null) {
            user = identity.newUser(person.id());
            user.setFirstName(person.id().substring(0, 1).toUpperCase(Locale.ROOT)
                    + person.id().substring(1));
            user.setLastName("(%s)".formatted(person.inWords()));
            user.setPassword(password);
            identity.saveUser(user);
            identity.createMembership(person.id(), person.role());
        } else if (isNewPassword) {
            user.setPassword(password);
            identity.saveUser(user);
        }
    }

    private Properties read() {
        var passwords = new Properties();
        if (Files.exists(file)) {
            try (var text = Files.newBufferedReader(file)) {
                passwords.load(text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return passwords;
    }

    private void write(Properties passwords) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file);
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            try (var text = Files.newBufferedWriter(file)) {
                passwords.store(text, "Passwords of the demo people. Delete the file for new ones.");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String table(Properties passwords) {
        return ALL.stream()
                .map(person ->
                        "  %-10s %-24s %s".formatted(person.id(), person.inWords(), passwords.getProperty(person.id())))
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "%n%n  %-10s %-24s %s%n  %s%n".formatted("person", "role", "password", "-".repeat(60)),
                        System.lineSeparator()));
    }
}
