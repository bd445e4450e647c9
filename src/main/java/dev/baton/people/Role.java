package dev.baton.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The roles of a handoff. Each is a group of the engine with the role's key as its id. */
public enum Role {
    STRATEGIST,
    EXECUTION_OWNER,
    CREATIVE,
    PRODUCTION,
    ANALYST,
    SALES,
    MANAGER,
    SUBJECT_MATTER_EXPERT,
    LEGAL,
    FINAL_APPROVER,
    QUALITY_OWNER,
    PARTNER,
    STAKEHOLDER,
    OPERATIONS;

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The public name and the group's id, as in "execution-owner". */
    public String key() {
        return key;
    }

    /** As people say it, as in "execution owner". */
    public String inWords() {
        return this == SUBJECT_MATTER_EXPERT ? "subject-matter expert" : key.replace('-', ' ');
    }

    /** A group as people say it: a role of the handoff, else its id. */
    public static String inWords(String group) {
        return Arrays.stream(values())
                .filter(role -> role.key.equals(group))
                .map(Role::inWords)
                .findFirst()
                .orElse(group);
    }

    /** Reads "execution-owner" or "executionOwner"; anything else is an {@link UnknownRole}. */
    public static Role of(String text) {
        var key = HUMP.matcher(text.strip()).replaceAll("-").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(role -> role.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new UnknownRole(text, known()));
    }

    /** Whether one of these groups is a role that carries handoffs inside the company. */
    public static boolean worksInside(Collection<String> groups) {
        return Arrays.stream(values())
                .filter(role -> role != PARTNER && role != STAKEHOLDER)
                .anyMatch(role -> groups.contains(role.key));
    }

    /** Whether it carries out what others have planned: its work waits for the context. */
    public boolean executes() {
        return switch (this) {
            case EXECUTION_OWNER, CREATIVE, PRODUCTION, ANALYST, SALES, PARTNER -> true;
            default -> false;
        };
    }

    private static String known() {
        return Arrays.stream(values()).map(Role::key).collect(Collectors.joining(", "));
    }
}
