package dev.baton.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a run. */
final class Tally {

    private record Answer(Attempt attempt, RawClient.Reply reply, double work) {}

    private final List<Answer> answers = new ArrayList<>();

    void add(Attempt attempt, RawClient.Reply reply, double work) {
        answers.add(new Answer(attempt, reply, work));
    }

    /** Milliseconds below which this share of the answers came. */
    double percentile(double share) {
        var sorted = answers.stream()
                .mapToDouble(one -> one.reply().millis())
                .sorted()
                .toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    String perStatus() {
        Map<String, Map<Integer, Long>> kinds = answers.stream()
                .collect(Collectors.groupingBy(
                        one -> one.attempt().kind(),
                        TreeMap::new,
                        Collectors.groupingBy(one -> one.reply().status(), TreeMap::new, Collectors.counting())));
        return kinds.entrySet().stream()
                .map(kind -> "  %-16s %s".formatted(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining("\n"));
    }

    List<Attempt> moreWorkThan(double millis) {
        return byWork().filter(one -> one.work() > millis).map(Answer::attempt).toList();
    }

    String mostWork(int most) {
        return byWork().limit(most)
                .map(one -> "  %6.1f ms %d %s".formatted(one.work(), one.reply().status(), shortened(one.attempt())))
                .collect(Collectors.joining("\n"));
    }

    private Stream<Answer> byWork() {
        return answers.stream().sorted(Comparator.comparingDouble(Answer::work).reversed());
    }

    private static String shortened(Attempt attempt) {
        var text = attempt.toString();
        return text.length() > 240 ? text.substring(0, 240) + "…" : text;
    }
}
