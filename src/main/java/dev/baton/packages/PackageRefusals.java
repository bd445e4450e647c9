package dev.baton.packages;

import dev.baton.contract.UnknownContract;
import dev.baton.contract.UnknownPackage;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import dev.baton.shared.RefusalTranslator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is wrong with a package that somebody reads or sends, in words for who is not at a task. */
@Component
class PackageRefusals implements RefusalTranslator {

    @Override
    public Optional<Refusal> refusal(Throwable thrown) {
        if (thrown instanceof MergeConflict conflict) {
            return Optional.of(conflict(conflict));
        }
        if (thrown instanceof DocumentTooLarge large) {
            return Optional.of(Refusal.of("packages." + large.packageName(), sentence(large)));
        }
        if (thrown instanceof UnknownVersion || thrown instanceof UnknownContract || thrown instanceof UnknownPackage) {
            return Optional.of(new Refusal(Refusal.Kind.UNKNOWN, sentence(thrown), List.of()));
        }
        return Optional.empty();
    }

    private static Refusal conflict(MergeConflict conflict) {
        var errors = conflict.conflicts().stream()
                .map(field -> new FieldError(
                        field.field(),
                        "%s changed \"%s\" at %s: read the latest version and send what should hold."
                                .formatted(field.changedBy(), field.field(), field.changedAt())))
                .toList();
        var fields = errors.stream().map(FieldError::field).collect(Collectors.joining(", "));
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "Somebody changed %s since the version you name. Nothing was stored: read the latest version, and send what should hold with its ETag."
                        .formatted(fields),
                errors);
    }

    private static String sentence(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }
}
