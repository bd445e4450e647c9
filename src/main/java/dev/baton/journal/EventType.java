package dev.baton.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.shared.Json;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** A kind of event: the name that diagrams and the wire use, and the record that it is. The records are the registry. */
public record EventType(String name, Class<? extends JournalEvent> type) {

    /** As wide as the column. */
    private static final int LONGEST_NAME = 40;

    private static final String PRODUCT = "dev.baton";

    /** Found once, when the first is asked for. */
    private static final class All {

        private static final Map<String, EventType> BY_NAME = in(PRODUCT);
    }

    /** Reads a name, as in "gate-judged". */
    public static EventType of(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No kind of event is called '" + name + "'."));
    }

    static Optional<EventType> find(String name) {
        return Optional.ofNullable(All.BY_NAME.get(name));
    }

    /** The names of all kinds of events, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(All.BY_NAME.keySet());
    }

    static Collection<EventType> all() {
        return All.BY_NAME.values();
    }

    /** The kinds with which a handoff ends before its work is done. */
    static Set<Class<? extends JournalEvent>> earlyEnds() {
        return all().stream()
                .map(EventType::type)
                .filter(EarlyEnd.class::isAssignableFrom)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a handoff that comes out so ends before its work is done. */
    public static boolean isEarlyEnd(String outcome) {
        return find(outcome)
                .filter(kind -> EarlyEnd.class.isAssignableFrom(kind.type))
                .isPresent();
    }

    /** The public name of a kind, as in "gate-judged". */
    public static String name(Class<? extends JournalEvent> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What an event of this kind never lacks. */
    public Set<String> needs() {
        var needs = new LinkedHashSet<String>();
        for (var component : type.getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                needs.add(field(component));
            }
        }
        return needs;
    }

    /** How a component is called on the wire. */
    static String field(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    public boolean is(Class<? extends JournalEvent> other) {
        return type == other;
    }

    /**
     * An event of this kind out of what is known where it happens: each component of the record takes the fact of its own
     * name, and only those are asked for.
     */
    public JournalEvent from(Function<String, Optional<?>> facts) {
        var detail = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            var field = field(component);
            facts.apply(field).ifPresent(value -> detail.put(field, value));
        }
        return read(detail);
    }

    /** @throws IllegalArgumentException where something is missing, or is not of its type */
    private JournalEvent read(Map<String, Object> detail) {
        if (!detail.keySet().containsAll(needs())) {
            throw new IllegalArgumentException("An event '" + name + "' needs " + String.join(", ", needs()) + ".");
        }
        return Json.MAPPER.convertValue(detail, type);
    }

    /** A stored event; what no record takes is told as it lies. */
    static JournalEvent stored(String name, Map<String, Object> detail) {
        var known = find(name);
        if (known.isPresent()) {
            try {
                return known.get().read(detail);
            } catch (IllegalArgumentException another) {
                return new UnknownEvent(name, detail);
            }
        }
        return new UnknownEvent(name, detail);
    }

    static Map<String, EventType> in(String product) {
        var loader = EventType.class.getClassLoader();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setResourceLoader(new DefaultResourceLoader(loader));
        scanner.addIncludeFilter(new AssignableTypeFilter(JournalEvent.class));
        var records = new ArrayList<Class<? extends JournalEvent>>();
        scanner.findCandidateComponents(product).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), loader))
                .filter(found -> found.isRecord() && found != UnknownEvent.class)
                .forEach(found -> records.add(found.asSubclass(JournalEvent.class)));
        return byName(records);
    }

    private static Map<String, EventType> byName(List<Class<? extends JournalEvent>> records) {
        var byName = new TreeMap<String, EventType>();
        for (var type : records) {
            var name = name(type);
            if (name.length() > LONGEST_NAME) {
                throw new IllegalStateException("The journal has no room for a name as long as '" + name + "'.");
            }
            var before = byName.put(name, new EventType(name, type));
            if (before != null) {
                throw new IllegalStateException(before.type.getName() + " and " + type.getName() + " have one name.");
            }
        }
        return byName;
    }
}
