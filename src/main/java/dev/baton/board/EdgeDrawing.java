package dev.baton.board;

import dev.baton.board.Drawn.Edge;

/** Draws one line with what stands at its ends. */
final class EdgeDrawing {

    private static final double ROUNDING = 5;
    private static final double MESSAGE_WIDTH = 100;

    private final DiagramPlane plane;
    private final Svg svg;
    private final Edge edge;
    private final Element element;

    EdgeDrawing(DiagramPlane plane, Svg svg, Edge edge) {
        this.plane = plane;
        this.svg = svg;
        this.edge = edge;
        this.element = edge.element();
    }

    void draw() {
        switch (element.kind()) {
            case "sequenceFlow" -> sequenceFlow();
            case "messageFlow" -> messageFlow();
            case "association" -> {
                var direction = element.attribute("associationDirection");
                association(direction.equals("Both"), direction.equals("Both") || direction.equals("One"));
            }
            case "dataInputAssociation", "dataOutputAssociation" -> association(false, true);
            default -> line(2, "none");
        }
    }

    private void sequenceFlow() {
        line(2, "none");
        atEnd("ink", 1, -10, -5, 0, 0, -10, 5, -10, -5);
        var source = plane.referred(element, "sourceRef");
        if (source == null || !(source.isActivity() || source.isGateway())) {
            return;
        }
        if (source.attribute("default").equals(element.id())) {
            atStart("open", 2, 6, -6, 10, 6);
        } else if (element.has("conditionExpression") && source.isActivity()) {
            atStart("", 2, 1, 0, 9, -4, 17, 0, 9, 4, 1, 0);
        }
    }

    private void messageFlow() {
        line(1.5, "10 11");
        svg.add(
                "<circle cx='%s' cy='%s' r='5' stroke-width='1.5'/>",
                edge.start().x(), edge.start().y());
        atEnd("", 1.5, -11, -4.5, -0.5, 0, -11, 4.5, -11, -4.5);
        var message = plane.referred(element, "messageRef");
        var kind = Element.attribute(edge.diagram(), "messageVisibleKind");
        if (message != null || !kind.isEmpty()) {
            message(message == null ? "" : message.attribute("name"), kind.equals("non_initiating") ? "thrown" : "");
        }
    }

    private void message(String name, String look) {
        var middle = edge.middle();
        svg.add(
                "<path class='%s' stroke-width='1' transform='translate(%s %s)' d='%s'/>",
                look, middle.x() - 10.5, middle.y() - 7, Icons.ENVELOPE);
        var lines = Lines.of(name, MESSAGE_WIDTH, Lines.INNER);
        lines.write(svg, "", middle.x(), middle.y() + 17);
        svg.reach(new Box(middle.x() - lines.width() / 2, middle.y() + 17, lines.width(), lines.height()));
    }

    private void association(boolean fromEnd, boolean toEnd) {
        line(2, "0 5");
        if (fromEnd) {
            atStart("open", 1.5, 10, -5, 0, 0, 10, 5);
        }
        if (toEnd) {
            atEnd("open", 1.5, -10, -5, 0, 0, -10, 5);
        }
    }

    /** The line from point to point, its corners rounded. */
    private void line(double stroke, String dashes) {
        var points = edge.points();
        var path = new StringBuilder(
                Svg.with("M%s %s", edge.start().x(), edge.start().y()));
        for (var i = 1; i < points.size() - 1; i++) {
            var corner = points.get(i);
            var radius = Math.min(
                    ROUNDING, Math.min(corner.distance(points.get(i - 1)), corner.distance(points.get(i + 1))) / 2);
            var before = corner.towards(points.get(i - 1), radius);
            var after = corner.towards(points.get(i + 1), radius);
            path.append(Svg.with(
                    "L%s %sQ%s %s %s %s", before.x(), before.y(), corner.x(), corner.y(), after.x(), after.y()));
        }
        path.append(Svg.with("L%s %s", edge.end().x(), edge.end().y()));
        svg.add("<path class='body open' stroke-width='%s' stroke-dasharray='%s' d='%s'/>", stroke, dashes, path);
        points.forEach(point -> svg.reach(new Box(point.x(), point.y(), 0, 0)));
    }

    private void atStart(String look, double stroke, double... places) {
        var start = edge.start();
        var next = edge.points().stream()
                .filter(point -> point.distance(start) > 0)
                .findFirst()
                .orElse(new Point(start.x() + 1, start.y()));
        at(start, start.towards(next, 1), look, stroke, places);
    }

    private void atEnd(String look, double stroke, double... places) {
        var end = edge.end();
        var last = edge.points().stream()
                .filter(point -> point.distance(end) > 0)
                .reduce((before, after) -> after)
                .orElse(new Point(end.x() - 1, end.y()));
        at(end, end.towards(last, -1), look, stroke, places);
    }

    /**
     * Something at one end of the line.
     *
     * @param ahead the next pixel in the direction of the line
     * @param places of its corners: how far along the line and how far beside it, in turn
     */
    private void at(Point end, Point ahead, String look, double stroke, double... places) {
        var across = ahead.x() - end.x();
        var down = ahead.y() - end.y();
        var path = new StringBuilder();
        for (var i = 0; i < places.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(Svg.with(
                            "%s %s",
                            end.x() + across * places[i] - down * places[i + 1],
                            end.y() + down * places[i] + across * places[i + 1]));
        }
        svg.add("<path class='%s' stroke-width='%s' d='%s'/>", look, stroke, path);
    }
}
