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
record AssetName(LocalDate date, String project, String version) {

    /** No file system keeps a longer name. */
    private static final int LONGEST = 255;

    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(20\\d\\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern VERSION = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:v|ver|version|rev|r)[-_. ]?(\\d{1,4}(?:\\.\\d{1,4}){0,3})(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,4}$");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static Optional<AssetName> parse(String fileName) {
        var last = lastPart(fileName);
        if (last.length() > LONGEST) {
            return Optional.empty();
        }
        var name = EXTENSION.matcher(last).replaceFirst("");
        var date = DATE.matcher(name);
        var version = VERSION.matcher(name);
        if (!date.find() || !version.find()) {
            return Optional.empty();
        }
        var rest = VERSION.matcher(date.replaceFirst(" ")).replaceFirst(" ");
        var project = SEPARATORS.matcher(rest).replaceAll(" ").strip();
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
        var path = fileName.strip();
        var end = path.length();
        for (var i = 0; i < end; i++) {
            end = path.charAt(i) == '?' || path.charAt(i) == '#' ? i : end;
        }
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        var start = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('\\', end - 1)) + 1;
        return path.substring(Math.min(start, end), end);
    }
}
