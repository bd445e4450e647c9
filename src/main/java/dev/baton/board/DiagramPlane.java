package dev.baton.board;

import dev.baton.board.Drawn.Edge;
import dev.baton.board.Drawn.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/**
 * What the first diagram of a file shows: what has no place or no element is left out, and so is what lies in a closed
 * sub-process.
 */
final class DiagramPlane {

    private static final int MOST = 5_000;
    private static final double FARTHEST = 100_000;

    private final Map<String, Element> elements;
    private final @Nullable DomElement plane;
    private final Set<String> drawn = new HashSet<>();
    private final List<Shape> shapes;
    private final List<Edge> edges;

    /** @throws IllegalArgumentException where the diagram is too large to be drawn */
    DiagramPlane(BpmnModelInstance model) {
        var root = model.getDocument().getRootElement();
        elements = Element.byId(root);
        plane = root.getChildElements().stream()
                .filter(child -> child.getLocalName().equals("BPMNDiagram"))
                .map(diagram -> Element.child(diagram, "BPMNPlane"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var content = plane == null ? List.<DomElement>of() : plane.getChildElements();
        if (content.size() > MOST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The diagram has %,d shapes and lines; up to %,d can be drawn.",
                    content.size(),
                    MOST));
        }
        var boxes = content.stream()
                .filter(place -> place.getLocalName().equals("BPMNShape"))
                .map(DiagramPlane::box)
                .filter(Objects::nonNull)
                .toList();
        var all = content.stream()
                .filter(place -> place.getLocalName().equals("BPMNShape"))
                .map(place -> shape(place, boxes))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(Shape::layer)
                        .thenComparingInt(shape -> shape.element().depth()))
                .toList();
        var closed = all.stream()
                .filter(shape -> shape.element().isSubProcess() && !shape.isOpen())
                .map(shape -> shape.element().id())
                .collect(Collectors.toSet());
        shapes = all.stream().filter(shape -> isOpen(shape, closed)).toList();
        edges = content.stream()
                .filter(place -> place.getLocalName().equals("BPMNEdge"))
                .map(this::edge)
                .filter(Objects::nonNull)
                .filter(edge -> isOpen(edge, closed))
                .toList();
    }

    private static boolean isOpen(Drawn drawn, Set<String> closed) {
        for (var around = drawn.element().parent(); around != null; around = around.parent()) {
            if (closed.contains(around.id())) {
                return false;
            }
        }
        return true;
    }

    List<Shape> shapes() {
        return shapes;
    }

    List<Edge> edges() {
        return edges;
    }

    /** The name of what is drawn, or of the pools in it. */
    String title() {
        var shown = find(Element.attribute(plane, "bpmnElement"));
        var pools = shapes.stream()
                .filter(shape -> shape.element().kind().equals("participant"))
                .map(Shape::text)
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
        return Stream.of(shown == null ? "" : shown.attribute("name"), pools, shown == null ? "" : shown.id())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("BPMN");
    }

    /** The element that a reference names, with or without a prefix. */
    @Nullable
    Element find(String reference) {
        return elements.get(reference.substring(reference.indexOf(':') + 1).strip());
    }

    /** The element that an attribute or a child of another names. */
    @Nullable
    Element referred(Element from, String name) {
        var child = from.child(name);
        return find(child == null ? from.attribute(name) : child.getTextContent());
    }

    private @Nullable Shape shape(DomElement place, List<Box> others) {
        var element = find(Element.attribute(place, "bpmnElement"));
        var box = box(place);
        if (element == null || box == null || box.width() <= 0 || box.height() <= 0 || !drawn.add(element.id())) {
            return null;
        }
        var isOpen = element.isComposed() && isOpen(element, Element.attribute(place, "isExpanded"), box, others);
        return new Shape(element, place, text(element), label(place), box.rounded(), isOpen);
    }

    /** Where the file does not say it, and for call activities, by what lies in it. */
    private static boolean isOpen(Element element, String expanded, Box box, List<Box> others) {
        if (element.isSubProcess() && !expanded.isEmpty()) {
            return Element.isTrue(expanded);
        }
        return !Element.isFalse(expanded)
                && (element.isSubProcess() || Element.isTrue(expanded))
                && others.stream().anyMatch(box::surrounds);
    }

    private @Nullable Edge edge(DomElement place) {
        var element = find(Element.attribute(place, "bpmnElement"));
        var points = new ArrayList<Point>();
        for (var waypoint : place.getChildElements()) {
            if (waypoint.getLocalName().equals("waypoint")) {
                var point = new Point(coordinate(waypoint, "x"), coordinate(waypoint, "y"));
                if (Double.isNaN(point.x() + point.y())) {
                    return null;
                }
                points.add(point);
            }
        }
        if (element == null || points.size() < 2 || !drawn.add(element.id())) {
            return null;
        }
        return new Edge(element, place, text(element), label(place), List.copyOf(points));
    }

    private String text(Element element) {
        return switch (element.kind()) {
            case "textAnnotation" -> {
                var text = element.child("text");
                yield text == null ? "" : text.getTextContent();
            }
            case "group" -> {
                var category = referred(element, "categoryValueRef");
                yield category == null ? "" : category.attribute("value");
            }
            default -> element.attribute("name");
        };
    }

    private static @Nullable Box label(DomElement place) {
        var label = Element.child(place, "BPMNLabel");
        return label == null ? null : box(label);
    }

    private static @Nullable Box box(DomElement place) {
        var bounds = Element.child(place, "Bounds");
        if (bounds == null) {
            return null;
        }
        var box = new Box(
                coordinate(bounds, "x"),
                coordinate(bounds, "y"),
                coordinate(bounds, "width"),
                coordinate(bounds, "height"));
        if (Double.isNaN(box.right() + box.bottom()) || box.width() < 0 || box.height() < 0) {
            return null;
        }
        within(box.right());
        within(box.bottom());
        return box;
    }

    /** Not a number where the file has none. */
    private static double coordinate(DomElement xml, String name) {
        try {
            var number = Double.parseDouble(Element.attribute(xml, name));
            return Double.isInfinite(number) ? Double.NaN : within(number);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double within(double number) {
        if (Math.abs(number) > FARTHEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The diagram reaches to %,.0f; it can be drawn up to %,.0f in each direction.",
                    number,
                    FARTHEST));
        }
        return number;
    }
}
