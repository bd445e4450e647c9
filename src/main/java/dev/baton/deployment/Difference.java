package dev.baton.deployment;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What tells two versions of a file apart, line by line, as far as somebody reads it. */
final class Difference {

    private static final int LONGEST_FILE = 5_000;
    private static final int LINES = 100;
    private static final int COLUMNS = 200;

    private Difference() {}

    /** As a unified diff without context. */
    static List<String> between(String one, byte[] before, String other, byte[] after) {
        var left = lines(before);
        var right = lines(after);
        if (left.size() > LONGEST_FILE || right.size() > LONGEST_FILE) {
            return List.of("The files are too long to be compared here: %d and %d lines."
                    .formatted(left.size(), right.size()));
        }
        var patch = DiffUtils.diff(left, right, new MyersDiffWithLinearSpace<>());
        var all = removedFirst(UnifiedDiffUtils.generateUnifiedDiff(one, other, left, patch, 0));
        var shown = all.stream()
                .limit(LINES)
                .map(line -> line.length() > COLUMNS ? line.substring(0, COLUMNS) + "…" : line)
                .collect(Collectors.toCollection(ArrayList::new));
        if (all.size() > LINES) {
            shown.add("… and %d more lines".formatted(all.size() - LINES));
        }
        return shown;
    }

    /** As everybody reads them; this algorithm finds what was added first. */
    private static List<String> removedFirst(List<String> unified) {
        var ordered = new ArrayList<String>();
        var added = new ArrayList<String>();
        for (var line : unified) {
            if (line.startsWith("+")) {
                added.add(line);
                continue;
            }
            if (line.startsWith("@@")) {
                ordered.addAll(added);
                added.clear();
            }
            ordered.add(line);
        }
        ordered.addAll(added);
        return ordered;
    }

    private static List<String> lines(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }
}
