package dev.baton.board;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/** An element with its place in the diagram, and what is written at it. */
sealed interface Drawn {

    Element element();

    /** What the diagram says about it. */
    DomElement diagram();

    String text();

    /** Where the diagram puts its name. */
    @Nullable
    Box label();

    record Shape(
            Element element,
            DomElement diagram,
            String text,
            @Nullable Box label,
            Box box,
            boolean isOpen) implements Drawn {

        boolean isHorizontal() {
            return !Element.isFalse(Element.attribute(diagram, "isHorizontal"));
        }

        /** What lies behind what: pools, lanes, open sub-processes, everything else, and what is attached to it. */
        int layer() {
            return switch (element.kind()) {
                case "participant" -> 0;
                case "lane" -> 1;
                case "boundaryEvent" -> 4;
                default -> isOpen ? 2 : 3;
            };
        }
    }

    /**
     * A line.
     *
     * @param points at least two
     */
    record Edge(
            Element element,
            DomElement diagram,
            String text,
            @Nullable Box label,
            List<Point> points) implements Drawn {

        Point start() {
            return points.get(0);
        }

        Point end() {
            return points.get(points.size() - 1);
        }

        /** The point half the way along the line. */
        Point middle() {
            var left = length() / 2;
            for (var i = 1; i < points.size(); i++) {
                var length = points.get(i - 1).distance(points.get(i));
                if (length >= left) {
                    return points.get(i - 1).towards(points.get(i), left);
                }
                left -= length;
            }
            return end();
        }

        private double length() {
            return IntStream.range(0, points.size() - 1)
                    .mapToDouble(part -> points.get(part).distance(points.get(part + 1)))
                    .sum();
        }
    }
}
