package dev.baton.deployment;

import dev.baton.camunda.DeploymentSource;
import dev.baton.camunda.ModelingRule;
import dev.baton.camunda.Violation;
import dev.baton.shared.ByteOrderMark;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;

/** The diagrams, tables and forms at {@code baton.processes.location}, in the jar or in a folder of operations. */
@Component
class ProcessFiles {

    private static final Set<String> ENDINGS = Set.of("bpmn", "dmn", "form");
    private static final int DEEPEST = 16;
    /** What a deployment may hold. */
    private static final long LARGEST = 10L * 1024 * 1024;

    /**
     * What is there at one moment.
     *
     * @param files    the contents by file name
     * @param problems files that cannot be taken, and why
     * @param readable false where the folder as a whole cannot be read
     */
    record Content(Map<String, byte[]> files, List<Violation> problems, boolean readable) {

        /** Equal for what is equal, by file name. */
        Map<String, String> digests() {
            return files.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, file -> DigestUtils.md5DigestAsHex(file.getValue())));
        }
    }

    private final String location;

    ProcessFiles(@Value("${baton.processes.location}") String location) {
        this.location = location;
    }

    DeploymentSource source() {
        return isFolder() ? DeploymentSource.FOLDER : DeploymentSource.SHIPPED;
    }

    boolean isFolder() {
        return location.startsWith(ResourceUtils.FILE_URL_PREFIX);
    }

    Content read() {
        try {
            return isFolder() ? new Folder(ResourceUtils.getFile(location).toPath()).read() : onClasspath();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Content onClasspath() throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (var ending : ENDINGS) {
            for (var file : new PathMatchingResourcePatternResolver().getResources(location + "/**/*." + ending)) {
                files.put(String.valueOf(file.getFilename()), ByteOrderMark.strip(file.getContentAsByteArray()));
            }
        }
        return new Content(files, List.of(), true);
    }

    /** Hidden files are left out, and with them the folders between which Kubernetes switches its links. */
    private static final class Folder extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Map<String, byte[]> files = new TreeMap<>();
        private final List<Violation> problems = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        Folder(Path root) {
            this.root = root;
        }

        Content read() {
            try {
                Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, this);
                return new Content(files, problems, true);
            } catch (IOException away) {
                var problem = unreadable(root.toString(), away);
                return new Content(Map.of(), List.of(problem), false);
            }
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isTaken(file)) {
                take(file, attributes.size());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (file.equals(root)) {
                throw failed;
            }
            if (isTaken(file)) {
                problems.add(unreadable(name(file), failed));
            }
            return FileVisitResult.CONTINUE;
        }

        private void take(Path file, long size) {
            var name = name(file);
            if (!names.add(name)) {
                files.remove(name);
                problems.add(
                        Violation.of(
                                ModelingRule.OWN_KEY,
                                name,
                                null,
                                "lies in the folder twice, so that neither is taken: leave one, or call each after the key that it holds."));
            } else if (size > LARGEST) {
                problems.add(Violation.of(
                        ModelingRule.READABLE, name, null, "is larger than 10 MiB: nothing of that size is deployed."));
            } else {
                try {
                    files.put(name, ByteOrderMark.strip(Files.readAllBytes(file)));
                } catch (IOException failed) {
                    problems.add(unreadable(name, failed));
                }
            }
        }

        private static boolean isTaken(Path file) {
            return !isHidden(file) && ENDINGS.contains(StringUtils.getFilenameExtension(name(file)));
        }

        private static boolean isHidden(Path file) {
            return name(file).startsWith(".");
        }

        private static String name(Path file) {
            var name = file.getFileName();
            return name == null ? "" : name.toString();
        }

        private static Violation unreadable(String name, IOException failed) {
            var isThere = !(failed instanceof NoSuchFileException || failed instanceof FileNotFoundException);
            return Violation.of(
                    ModelingRule.READABLE,
                    name,
                    null,
                    isThere
                            ? "cannot be read (%s): give Baton's user the right to."
                                    .formatted(failed.getClass().getSimpleName())
                            : "is not there any more: put it back. What it brought stays in force.");
        }
    }
}
