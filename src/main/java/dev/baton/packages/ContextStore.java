package dev.baton.packages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.shared.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The truth about a handoff's packages: JSON documents whose every version is kept with author, time and way in. Writes
 * join the caller's transaction, which is the engine's. Of two writers of the same version one gets a
 * {@link ConcurrentChange}.
 */
@Component
public class ContextStore {

    private static final String SELECT =
            "select handoff, name, version, document, author, at, via from baton_context c";

    /** Read from the newest one back, so that it takes as long after ten thousand versions as after ten. */
    private static final String LATEST =
            SELECT + " where handoff = ? and name = ? order by version desc fetch first 1 row only";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int maxDocumentBytes;

    public ContextStore(
            JdbcClient jdbc, Clock clock, @Value("${baton.context.max-document-bytes:262144}") int maxDocumentBytes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.maxDocumentBytes = maxDocumentBytes;
    }

    public Optional<PackageVersion> latest(String handoff, String name) {
        return jdbc.sql(LATEST)
                .param(handoff)
                .param(name)
                .query(ContextStore::row)
                .optional();
    }

    /** The latest version of each package of a handoff, by name. */
    public Map<String, PackageVersion> latest(String handoff) {
        return latest(
                handoff,
                jdbc.sql("select distinct name from baton_context where handoff = ? order by name")
                        .param(handoff)
                        .query(String.class)
                        .list());
    }

    /** The latest version of each of these packages, by name; those that nobody wrote yet are left out. */
    public Map<String, PackageVersion> latest(String handoff, Collection<String> names) {
        var packages = new TreeMap<String, PackageVersion>();
        if (names.isEmpty()) {
            return packages;
        }
        JdbcClient.StatementSpec query =
                jdbc.sql(String.join(" union all ", Collections.nCopies(names.size(), "(" + LATEST + ")")));
        for (var name : names) {
            query = query.param(handoff).param(name);
        }
        query.query(ContextStore::row).list().forEach(version -> packages.put(version.name(), version));
        return packages;
    }

    /** The number of the version that was the latest at a moment, to the millisecond; 0 where there was none yet. */
    public int versionAt(String handoff, String name, Instant moment) {
        return jdbc.sql("select version from baton_context where handoff = ? and name = ? and at < ?"
                        + " order by version desc fetch first 1 row only")
                .param(handoff)
                .param(name)
                .param(moment.plusMillis(1).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Who has written a version of one of these packages. */
    public Set<String> authors(String handoff, Collection<String> names) {
        return names.isEmpty()
                ? Set.of()
                : jdbc.sql("select distinct author from baton_context where handoff = :handoff and name in (:names)")
                        .param("handoff", handoff)
                        .param("names", names)
                        .query(String.class)
                        .set();
    }

    /** Every version of a package, the first one first. */
    public List<PackageVersion> versions(String handoff, String name) {
        return since(handoff, name, 1);
    }

    /** So many versions after the first ones, which are counted from 1 without a gap. */
    public List<PackageVersion> versions(String handoff, String name, long after, int most) {
        return jdbc.sql(SELECT + " where handoff = ? and name = ? and version > ? order by version"
                        + " fetch first ? rows only")
                .param(handoff)
                .param(name)
                .param(after)
                .param(most)
                .query(ContextStore::row)
                .list();
    }

    public Optional<PackageVersion> version(String handoff, String name, int version) {
        return jdbc.sql(SELECT + " where handoff = ? and name = ? and version = ?")
                .param(handoff)
                .param(name)
                .param(version)
                .query(ContextStore::row)
                .optional();
    }

    /** Stores the first version of each package of a handoff that has none yet, all in one statement. */
    public List<PackageVersion> begin(String handoff, Map<String, ObjectNode> packages, String author, String via) {
        var at = now();
        var versions = new ArrayList<PackageVersion>();
        packages.forEach((name, document) ->
                versions.add(new PackageVersion(handoff, name, 1, document.deepCopy(), author, at, via)));
        insert(versions);
        return versions;
    }

    /**
     * Merges what came back from a form or a caller into the latest version. When nothing changes there is no new
     * version: the answer is the latest, or version 0 while nothing was written.
     *
     * @param shownVersion the version they saw; 0 when there was none
     * @throws MergeConflict when a field was changed here and by somebody else since
     */
    public PackageVersion merge(
            String handoff, String name, int shownVersion, ObjectNode fields, String author, String via) {
        var since = since(handoff, name, shownVersion);
        var shown = shown(handoff, name, shownVersion, since);
        var latest = since.isEmpty()
                ? PackageVersion.unwritten(handoff, name, author, now(), via)
                : since.get(since.size() - 1);
        var result = Merge.of(shown, latest.document(), fields);
        if (result instanceof Merge.Conflict conflict) {
            throw new MergeConflict(name, conflicts(conflict, shown, since));
        }
        var merged = ((Merge.Merged) result).document();
        return Values.equal(latest.document(), merged)
                ? latest
                : insert(handoff, name, latest.version() + 1, merged, author, via);
    }

    /** The fields that differ between two versions; version 0 is the empty beginning. */
    public List<FieldChange> diff(String handoff, String name, int from, int to) {
        var before = document(handoff, name, from);
        var after = document(handoff, name, to);
        var fields = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        var changes = new ArrayList<FieldChange>();
        for (var field : fields) {
            if (!Values.equal(before.get(field), after.get(field))) {
                changes.add(new FieldChange(field, before.get(field), after.get(field)));
            }
        }
        return changes;
    }

    private List<PackageVersion> since(String handoff, String name, int version) {
        return jdbc.sql(SELECT + " where handoff = ? and name = ? and version >= ? order by version")
                .param(handoff)
                .param(name)
                .param(version)
                .query(ContextStore::row)
                .list();
    }

    private ObjectNode shown(String handoff, String name, int version, List<PackageVersion> since) {
        if (version == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (since.isEmpty() || since.get(0).version() != version) {
            throw unknown(handoff, name, version);
        }
        return since.get(0).document();
    }

    private ObjectNode document(String handoff, String name, int version) {
        if (version == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        return version(handoff, name, version)
                .orElseThrow(() -> unknown(handoff, name, version))
                .document();
    }

    private UnknownVersion unknown(String handoff, String name, int version) {
        return new UnknownVersion(
                name,
                version,
                latest(handoff, name).map(PackageVersion::version).orElse(0));
    }

    private static List<FieldConflict> conflicts(
            Merge.Conflict conflict, ObjectNode shown, List<PackageVersion> since) {
        return conflict.clashes().stream()
                .map(clash -> {
                    var change = lastChange(clash.field(), shown, since);
                    return new FieldConflict(clash.field(), clash.theirs(), clash.mine(), change.author(), change.at());
                })
                .toList();
    }

    private static PackageVersion lastChange(String field, ObjectNode shown, List<PackageVersion> since) {
        var last = since.get(since.size() - 1);
        var before = shown.get(field);
        for (var version : since) {
            var after = version.document().get(field);
            if (!Values.same(before, after)) {
                last = version;
            }
            before = after;
        }
        return last;
    }

    private PackageVersion insert(
            String handoff, String name, int version, ObjectNode document, String author, String via) {
        var next = new PackageVersion(handoff, name, version, document, author, now(), via);
        insert(List.of(next));
        return next;
    }

    private void insert(List<PackageVersion> versions) {
        if (versions.isEmpty()) {
            return;
        }
        JdbcClient.StatementSpec statement =
                jdbc.sql("insert into baton_context (handoff, name, version, document, author, at, via) values "
                        + String.join(", ", Collections.nCopies(versions.size(), "(?, ?, ?, ?, ?, ?, ?)")));
        for (var version : versions) {
            statement = statement
                    .param(version.handoff())
                    .param(version.name())
                    .param(version.version())
                    .param(written(version))
                    .param(version.author())
                    .param(version.at().atOffset(ZoneOffset.UTC))
                    .param(version.via());
        }
        try {
            statement.update();
        } catch (DuplicateKeyException e) {
            var first = versions.get(0);
            throw new ConcurrentChange(first.handoff(), first.name(), first.version(), e);
        }
    }

    private String written(PackageVersion version) {
        var json = Json.write(version.document());
        var bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > maxDocumentBytes) {
            throw new DocumentTooLarge(version.name(), bytes, maxDocumentBytes);
        }
        return json;
    }

    /** As fine as the databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static PackageVersion row(ResultSet row, int number) throws SQLException {
        return new PackageVersion(
                row.getString("handoff"),
                row.getString("name"),
                row.getInt("version"),
                Json.read(row.getString("document"), ObjectNode.class),
                row.getString("author"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("via"));
    }
}
