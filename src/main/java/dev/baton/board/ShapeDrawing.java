package dev.baton.board;

import dev.baton.board.Drawn.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws one shape, from its own upper left corner. */
final class ShapeDrawing {

    private static final double HEADER = 30;
    private static final double PADDING = 7;
    private static final double FOLD = 8;
    private static final String WHOLE = "none";
    private static final Set<String> THROWN = Set.of("endEvent", "intermediateThrowEvent", "implicitThrowEvent");

    private final DiagramPlane plane;
    private final Svg svg;
    private final Shape shape;
    private final Element element;
    private final double width;
    private final double height;

    ShapeDrawing(DiagramPlane plane, Svg svg, Shape shape) {
        this.plane = plane;
        this.svg = svg;
        this.shape = shape;
        this.element = shape.element();
        this.width = shape.box().width();
        this.height = shape.box().height();
    }

    void draw() {
        switch (element.kind()) {
            case "participant" -> pool();
            case "lane" -> {
                frame("body", 0, 1.5, WHOLE);
                header();
            }
            case "group" -> frame("body open", 10, 1.5, "10 6 0 6");
            case "textAnnotation" -> annotation();
            case "dataStoreReference", "dataStore" -> store();
            case "dataObjectReference", "dataObject", "dataInput", "dataOutput" -> document();
            default -> {
                if (element.isEvent()) {
                    event();
                } else if (element.isGateway()) {
                    gateway();
                } else {
                    activity();
                }
            }
        }
    }

    // Pools

    private void pool() {
        frame("body", 0, 1.5, WHOLE);
        var isHorizontal = shape.isHorizontal();
        if (element.attribute("processRef").isEmpty()) {
            centred(isHorizontal ? width : height, width / 2, height / 2, !isHorizontal);
        } else {
            svg.add(
                    isHorizontal
                            ? "<path stroke-width='1.5' d='M%1$s 0V%3$s'/>"
                            : "<path stroke-width='1.5' d='M0 %1$sH%2$s'/>",
                    HEADER,
                    width,
                    height);
            header();
        }
        if (element.has("participantMultiplicity")) {
            marker("parallel", width / 2 - 7, height - 16);
        }
    }

    private void header() {
        if (shape.isHorizontal()) {
            centred(height, HEADER / 2, height / 2, true);
        } else {
            centred(width, width / 2, HEADER / 2, false);
        }
    }

    // Activities

    private void activity() {
        var isOpen = shape.isOpen();
        var isTransaction = element.kind().equals("transaction");
        var isHandler = element.is("triggeredByEvent");
        var isCall = element.kind().equals("callActivity");
        frame("body", 10, isCall ? 5 : isTransaction ? 1.5 : isHandler ? 2.5 : 2, isHandler ? "0 5.5" : WHOLE);
        if (isTransaction) {
            svg.add(
                    "<rect class='open' x='3' y='3' width='%s' height='%s' rx='7' stroke-width='1.5'/>",
                    width - 6, height - 6);
        }
        if (isHandler && !isOpen) {
            startOfHandler();
        }
        if (isOpen) {
            write(Lines.of(shape.text(), width - 2 * PADDING, Lines.INNER), width / 2, PADDING, false);
        } else {
            centred(width - 2 * PADDING, width / 2, height / 2, false);
        }
        svg.add(Icons.TASKS.getOrDefault(element.is("instantiate") ? "instantiating" : element.kind(), ""));
        markers(element.isComposed() && !isOpen);
    }

    private void startOfHandler() {
        var starts = element.children("startEvent");
        if (starts.size() == 1) {
            var start = new Element(starts.get(0), element, element.depth() + 1);
            svg.add(
                    "<g transform='translate(4 4) scale(.6)'><circle cx='18' cy='18' r='17' stroke-dasharray='%s'/>",
                    start.isNot("isInterrupting") ? "5" : WHOLE);
            eventIcon(start);
            svg.add("</g>");
        }
    }

    private void markers(boolean isClosed) {
        var markers = new ArrayList<String>();
        if (element.is("isForCompensation")) {
            markers.add("compensation");
        }
        if (element.has("standardLoopCharacteristics")) {
            markers.add("loop");
        }
        element.children("multiInstanceLoopCharacteristics").stream()
                .map(many -> Element.isTrue(Element.attribute(many, "isSequential")) ? "sequential" : "parallel")
                .forEach(markers::add);
        if (isClosed) {
            markers.add("closed");
        }
        if (element.kind().equals("adHocSubProcess")) {
            markers.add("adHoc");
        }
        for (var i = 0; i < markers.size(); i++) {
            marker(markers.get(i), width / 2 - 9 * markers.size() + 2 + 18 * i, height - 20);
        }
    }

    private void marker(String name, double x, double y) {
        svg.add("<g transform='translate(%s %s)'>", x, y)
                .add(Icons.MARKERS.getOrDefault(name, ""))
                .add("</g>");
    }

    // Events and gateways

    private void event() {
        var dashes = element.isNot("isInterrupting") || element.isNot("cancelActivity") ? "6" : WHOLE;
        var isEnd = element.kind().equals("endEvent");
        var isBetween =
                element.kind().startsWith("intermediate") || element.kind().equals("boundaryEvent");
        ellipse("body", 0, isEnd ? 4 : isBetween ? 1.5 : 2, dashes);
        if (isBetween) {
            ellipse("open", 3, 1.5, dashes);
        }
        scaled(36);
        eventIcon(element);
        svg.add("</g>");
    }

    private void ellipse(String look, double inset, double stroke, String dashes) {
        svg.add(
                "<ellipse class='%s' cx='%s' cy='%s' rx='%s' ry='%s' stroke-width='%s' stroke-dasharray='%s'/>",
                look, width / 2, height / 2, width / 2 - inset, height / 2 - inset, stroke, dashes);
    }

    /** Begins what is drawn for a shape of the usual size. */
    private void scaled(int usual) {
        svg.add("<g transform='scale(%s %s)'>", ratio(width / usual), ratio(height / usual));
    }

    private static String ratio(double ratio) {
        return String.valueOf(Math.round(ratio * 100) / 100.0);
    }

    private void eventIcon(Element event) {
        var definitions = definitions(event);
        if (definitions.isEmpty()) {
            return;
        }
        var name = definitions.size() == 1
                ? definitions.get(0)
                : event.is("parallelMultiple") ? "parallelMultiple" : "multiple";
        switch (name) {
            case "timerEventDefinition" -> svg.add(Icons.TIMER);
            case "terminateEventDefinition" -> svg.add("<circle class='ink' cx='18' cy='18' r='11'/>");
            default -> {
                var thrown = name.equals("messageEventDefinition") ? "thrown" : "ink";
                svg.add(
                        "<path class='%s' stroke-width='1' d='%s'/>",
                        THROWN.contains(event.kind()) ? thrown : "", Icons.EVENTS.getOrDefault(name, ""));
            }
        }
    }

    private List<String> definitions(Element event) {
        var definitions = new ArrayList<String>();
        event.children("EventDefinition").forEach(definition -> definitions.add(definition.getLocalName()));
        event.children("eventDefinitionRef").stream()
                .map(reference -> plane.find(reference.getTextContent()))
                .forEach(found -> definitions.add(found == null ? "" : found.kind()));
        return definitions;
    }

    private void gateway() {
        svg.add("<path class='body' d='M%2$s 0L%1$s %4$sL%2$s %3$sL0 %4$sZ'/>", width, width / 2, height, height / 2);
        scaled(50);
        var hasMarker = !element.kind().equals("exclusiveGateway")
                || Element.isTrue(Element.attribute(shape.diagram(), "isMarkerVisible"));
        if (element.kind().equals("eventBasedGateway")) {
            eventBased();
        } else if (hasMarker) {
            svg.add(Icons.GATEWAYS.getOrDefault(element.kind(), ""));
        }
        svg.add("</g>");
    }

    private void eventBased() {
        var isParallel = element.attribute("eventGatewayType").equals("Parallel");
        svg.add("<circle cx='25' cy='25' r='15' stroke-width='1'/>");
        if (!isParallel && !element.is("instantiate")) {
            svg.add("<circle cx='25' cy='25' r='12' stroke-width='1'/>");
        }
        svg.add(isParallel ? Icons.PLUS : Icons.PENTAGON);
    }

    // Documents and notes

    private void document() {
        svg.add(
                "<path class='body' d='M0 0H%1$sL%2$s %3$sV%4$sH0ZM%1$s 0V%3$sH%2$s'/>",
                width - FOLD, width, FOLD, height);
        svg.add(Icons.TASKS.getOrDefault(element.kind(), ""));
        var object = plane.referred(element, "dataObjectRef");
        if (element.is("isCollection") || (object != null && object.is("isCollection"))) {
            marker("parallel", width / 2 - 7, height - 15);
        }
    }

    private void store() {
        var eighth = height / 8;
        svg.add(
                "<path class='body' d='M0 %2$sA%3$s %2$s 0 0 1 %1$s %2$sV%4$sA%3$s %2$s 0 0 1 0 %4$sZ'/>",
                width, eighth, width / 2, 7 * eighth);
        for (var ring = 1; ring <= 3; ring++) {
            svg.add(
                    "<path class='open' d='M0 %4$sA%3$s %2$s 0 0 0 %1$s %4$s'/>",
                    width, eighth, width / 2, ring * eighth);
        }
    }

    private void annotation() {
        svg.add("<path class='body open' d='M10 0H0V%sH10'/>", height);
        var lines = Lines.of(shape.text(), width - 2 * PADDING, Lines.INNER);
        lines.write(svg, "note", PADDING, PADDING);
        reach(PADDING, PADDING, lines.width(), lines.height());
    }

    // What they have in common

    private void frame(String look, double radius, double stroke, String dashes) {
        svg.add(
                "<rect class='%s' width='%s' height='%s' rx='%s' stroke-width='%s' stroke-dasharray='%s'/>",
                look, width, height, radius, stroke, dashes);
    }

    /** Writes its name in lines of this width around a point. */
    private void centred(double most, double x, double y, boolean isTurned) {
        var lines = Lines.of(shape.text(), most, Lines.INNER);
        write(lines, x, y - lines.height() / 2, isTurned);
    }

    private void write(Lines lines, double x, double top, boolean isTurned) {
        if (shape.text().isBlank()) {
            return;
        }
        var y = top + lines.height() / 2;
        if (isTurned) {
            svg.add("<g transform='rotate(-90 %s %s)'>", x, y);
            lines.write(svg, "", x, top);
            svg.add("</g>");
            reach(x - lines.height() / 2, y - lines.width() / 2, lines.height(), lines.width());
        } else {
            lines.write(svg, "", x, top);
            reach(x - lines.width() / 2, top, lines.width(), lines.height());
        }
    }

    private void reach(double x, double y, double across, double down) {
        svg.reach(new Box(shape.box().x() + x, shape.box().y() + y, across, down));
    }
}
