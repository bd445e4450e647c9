package dev.baton.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name that tells date, project and version, in any order and with any separators:
 * {@code 2027-02-12_spring-launch_hero_v3.psd}. Of a link only the last part counts.
 */
public record AssetName(LocalDate date, String project, String version) {

    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(20\\d\\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern VERSION = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:v|ver|version|rev|r)[-_. ]?(\\d+(?:\\.\\d+)*)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,4}$");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static Optional<AssetName> parse(String fileName) {
        String name = EXTENSION.matcher(lastPart(fileName)).replaceFirst("");
        Matcher date = DATE.matcher(name);
        Matcher version = VERSION.matcher(name);
        if (!date.find() || !version.find()) {
            return Optional.empty();
        }
        String rest = VERSION.matcher(date.replaceFirst(" ")).replaceFirst(" ");
        String project = SEPARATORS.matcher(rest).replaceAll(" ").strip();
        if (project.codePoints().filter(Character::isLetter).count() < 2) {
            return Optional.empty();
        }
        return day(date).map(day -> new AssetName(day, project, version.group(1)));
    }

    private static Optional<LocalDate> day(Matcher date) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3))));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static String lastPart(String fileName) {
        String path = fileName.strip().replaceAll("[?#].*$", "").replaceAll("/+$", "");
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
