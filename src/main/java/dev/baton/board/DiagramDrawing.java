package dev.baton.board;

import dev.baton.board.Drawn.Edge;
import dev.baton.board.Drawn.Shape;
import dev.baton.board.Mark.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/** Draws a BPMN diagram from its own diagram data. */
final class DiagramDrawing {

    private static final int MARGIN = 15;
    private static final double LABEL_WIDTH = 90;
    private static final double LABEL_HEIGHT = 20;
    private static final double FROM_FLOW = 15;

    private static final String BPMN_IO = "http://bpmn.io/schema/bpmn/biocolor/1.0";
    private static final String OMG = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,20}");

    private static final Mark UNMARKED = new Mark(null, null, null, 0);

    private static final String STYLE = """
            .bpmn{--page:#fff;--plain:#22242a;--text:var(--plain);--ink:var(--plain);--paper:var(--page);--passed:#2e7d4f;--here:#0b57d0;--here-fill:#d3e3fd;--late:#b93a00;--late-fill:#ffe1d0;--hot:#ff8a45;font:12px Arial,Helvetica,"Liberation Sans",sans-serif}
            @media (prefers-color-scheme:dark){.bpmn{--page:#17191e;--plain:#e3e5ea;--passed:#6fce96;--here:#8ab4ff;--here-fill:#15376f;--late:#ff9a5c;--late-fill:#5a2408;--hot:#a33f00}}
            .bpmn .page{fill:var(--page)}
            .bpmn>g{fill:var(--paper);stroke:var(--ink);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
            .bpmn text{fill:var(--text);stroke:none;text-anchor:middle}
            .bpmn .note{text-anchor:start}
            .bpmn .name{font-size:11px}
            .bpmn .open{fill:none}
            .bpmn .ink{fill:var(--ink)}
            .bpmn .thrown{fill:var(--ink);stroke:var(--paper)}
            .bpmn .lane>.body{fill-opacity:.25}
            .bpmn .passed{--ink:var(--passed)}
            .bpmn .here{--ink:var(--here);--paper:var(--here-fill);--text:var(--plain)}
            .bpmn .late{--ink:var(--late);--paper:var(--late-fill);--text:var(--plain)}
            .bpmn .here>.body,.bpmn .late>.body{stroke-width:4}
            .bpmn .flow.passed>.body{stroke-width:3}
            .bpmn .sign{stroke-width:1.5}
            .bpmn .badge{font-size:10px;font-weight:bold;fill:var(--page)}
            """;

    private static final String DOCUMENT = """
            <svg xmlns='http://www.w3.org/2000/svg' class='bpmn' role='img' width='%3$s' height='%4$s' viewBox='%1$s %2$s %3$s %4$s'>
            <title>%5$s</title>
            <style>%6$s</style>
            <rect class='page' x='%1$s' y='%2$s' width='%3$s' height='%4$s'/>
            """;

    private final DiagramPlane plane;
    private final Map<String, Mark> marks;
    private final Svg svg = new Svg();
    private final Map<String, String> colours = new LinkedHashMap<>();
    private final Set<Integer> degrees = new TreeSet<>();

    private DiagramDrawing(DiagramPlane plane, Map<String, Mark> marks) {
        this.plane = plane;
        this.marks = marks;
    }

    /**
     * The first diagram of a file as an SVG document.
     *
     * @param marks what is shown at elements, by their ids
     * @throws IllegalArgumentException where the diagram is too large to be drawn
     */
    static String svg(BpmnModelInstance model, Map<String, Mark> marks) {
        return new DiagramDrawing(new DiagramPlane(model), marks).document();
    }

    private String document() {
        plane.shapes().forEach(this::draw);
        plane.edges().forEach(this::draw);
        plane.shapes().stream()
                .filter(shape -> shape.element().isNamedOutside())
                .forEach(shape -> name(shape, below(shape)));
        plane.edges().forEach(edge -> name(edge, beside(edge)));
        plane.shapes().forEach(this::sign);
        plane.edges().forEach(this::sign);
        var drawn = svg.bounds();
        var x = Math.floor(drawn.x()) - MARGIN;
        var y = Math.floor(drawn.y()) - MARGIN;
        var width = Math.ceil(drawn.right()) + MARGIN - x;
        var height = Math.ceil(drawn.bottom()) + MARGIN - y;
        var head = Svg.with(DOCUMENT, x, y, width, height, plane.title(), style());
        return head + svg + "</svg>\n";
    }

    private String style() {
        var style = new StringBuilder();
        colours.forEach((colours, name) -> style.append(".bpmn .%s{%s}\n".formatted(name, colours)));
        style.append(STYLE);
        degrees.forEach(degree -> style.append(
                ".bpmn .heat%d{--paper:color-mix(in srgb,var(--hot) %d%%,var(--page));--text:var(--plain)}\n"
                        .formatted(degree, 10 * degree)));
        return style.toString();
    }

    private void draw(Shape shape) {
        var box = shape.box();
        open(shape, shape.element().kind().equals("lane") ? "lane" : "shape");
        svg.add("transform='translate(%s %s)'>", box.x(), box.y());
        tooltip(shape);
        new ShapeDrawing(plane, svg, shape).draw();
        svg.add("</g>\n").reach(box);
    }

    private void draw(Edge edge) {
        open(edge, "flow");
        svg.add(">");
        tooltip(edge);
        new EdgeDrawing(plane, svg, edge).draw();
        svg.add("</g>\n");
    }

    private void open(Drawn drawn, String kind) {
        var mark = mark(drawn);
        if (mark.degree() > 0) {
            degrees.add(mark.degree());
        }
        svg.add(
                "<g id='%s' class='%s%s%s%s' ",
                drawn.element().id(),
                kind,
                colour(drawn),
                mark.look(),
                mark.degree() > 0 && drawn instanceof Shape ? " heat" + mark.degree() : "");
    }

    private Mark mark(Drawn drawn) {
        return marks.getOrDefault(drawn.element().id(), UNMARKED);
    }

    private void tooltip(Drawn drawn) {
        var tooltip = mark(drawn).tooltip();
        if (tooltip != null) {
            svg.add("<title>%s</title>", tooltip);
        }
    }

    /** The class of the colours that its diagram gives an element: they stay as they are in the dark. */
    private String colour(Drawn drawn) {
        var fill = colour(drawn.diagram(), "background-color", "fill");
        var line = colour(drawn.diagram(), "border-color", "stroke");
        if (fill == null && line == null) {
            return "";
        }
        var stroke = Objects.requireNonNullElse(line, "#22242a");
        var key = "--paper:%s;--ink:%s;--text:%s".formatted(Objects.requireNonNullElse(fill, "#fff"), stroke, stroke);
        return " " + colours.computeIfAbsent(key, unknown -> "colour" + (colours.size() + 1));
    }

    private static @Nullable String colour(DomElement diagram, String standard, String older) {
        return Stream.of(new String[] {OMG, standard}, new String[] {BPMN_IO, older})
                .filter(name -> diagram.hasAttribute(name[0], name[1]))
                .map(name -> diagram.getAttribute(name[0], name[1]))
                .filter(value -> COLOUR.matcher(value).matches())
                .findFirst()
                .orElse(null);
    }

    // Names beside shapes and lines

    private void name(Drawn drawn, Box usual) {
        if (drawn.text().isBlank()) {
            return;
        }
        var place = drawn.label() == null ? usual : drawn.label();
        var lines =
                Lines.ofWholeWords(drawn.text(), (place.width() > 0 ? place.width() : LABEL_WIDTH) + 1, Lines.OUTER);
        var x = place.middle().x();
        svg.add("<g class='name'>");
        lines.write(svg, "", x, place.y());
        svg.add("</g>\n").reach(new Box(x - lines.width() / 2, place.y(), lines.width(), lines.height()));
    }

    private static Box below(Shape shape) {
        var box = shape.box();
        var top = shape.element().kind().equals("group") ? box.y() : box.bottom();
        return new Box(box.middle().x() - LABEL_WIDTH / 2, top, LABEL_WIDTH, LABEL_HEIGHT);
    }

    /** Above the middle of its middle part, or to the right of one that goes straight up or down. */
    private static Box beside(Edge edge) {
        var first = (edge.points().size() - 2) / 2;
        var from = edge.points().get(first);
        var to = edge.points().get(first + 1);
        var isUpright = from.x() == to.x();
        var middle = from.middle(to);
        return new Box(
                middle.x() + (isUpright ? FROM_FLOW : 0) - LABEL_WIDTH / 2,
                middle.y() - (isUpright ? 0 : FROM_FLOW) - LABEL_HEIGHT / 2,
                LABEL_WIDTH,
                LABEL_HEIGHT);
    }

    // Marks

    private void sign(Shape shape) {
        var box = shape.box();
        var isRound = shape.element().isEvent() || shape.element().isGateway();
        var inset = isRound ? box.width() / 7 : 3;
        var right = new Point(isRound ? box.middle().x() : box.right(), box.y());
        sign(shape, new Point(box.x() + inset, box.y() + inset), right, isRound ? 0 : 1);
    }

    private void sign(Edge edge) {
        var middle = edge.middle();
        sign(edge, middle, new Point(middle.x(), middle.y() - 14), 0.5);
    }

    /**
     * Shows a mark.
     *
     * @param before how much of the badge stands to the left of its place
     */
    private void sign(Drawn drawn, Point place, Point badgePlace, double before) {
        var mark = mark(drawn);
        var sign = drawn instanceof Edge && mark.state() == State.PASSED ? "" : mark.sign();
        if (sign.isEmpty() && mark.badge() == null) {
            return;
        }
        svg.add("<g class='sign%s'>", mark.look());
        tooltip(drawn);
        if (!sign.isEmpty()) {
            svg.add("<g transform='translate(%s %s)'>", place.x(), place.y())
                    .add(sign)
                    .add("</g>");
            svg.reach(new Box(place.x() - 9, place.y() - 9, 18, 18));
        }
        if (mark.badge() != null) {
            badge(mark.badge(), badgePlace, before);
        }
        svg.add("</g>\n");
    }

    private void badge(String text, Point place, double before) {
        var width = Math.max(16, Lines.width(text, Lines.OUTER) + 10);
        var box = new Box(place.x() - width * before, place.y() - 8, width, 16);
        svg.add("<rect class='ink' x='%s' y='%s' width='%s' height='16' rx='8'/>", box.x(), box.y(), width);
        svg.add("<text class='badge' x='%s' y='%s'>%s</text>", box.middle().x(), place.y() + 3.5, text);
        svg.reach(box);
    }
}
