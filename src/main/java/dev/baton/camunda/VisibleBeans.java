package dev.baton.camunda;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/** The beans that diagrams may name, looked up when first asked, so that they may themselves use the engine. */
public final class VisibleBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;
    private volatile @Nullable Set<Object> names;

    VisibleBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** True for a bean that exists and is not meant for diagrams. */
    boolean hides(String name) {
        return !containsKey(name) && beans.containsBean(name);
    }

    /** The class of a bean that diagrams may name. */
    public Optional<Class<?>> type(String name) {
        return containsKey(name) ? Optional.ofNullable(beans.getType(name, false)) : Optional.empty();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name != null && names().contains(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name != null && containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Object> keySet() {
        return names();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return names().stream()
                .map(name -> Map.entry(name, beans.getBean((String) name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Object> names() {
        var known = names;
        if (known == null) {
            known = Arrays.stream(beans.getBeanDefinitionNames())
                    .filter(name -> beans.findAnnotationOnBean(name, VisibleInDiagrams.class, false) != null)
                    .collect(Collectors.toUnmodifiableSet());
            names = known;
        }
        return known;
    }
}
