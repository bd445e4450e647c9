package dev.baton.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.board.Mark.State;
import dev.baton.harness.ShippedProcesses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DiagramDrawingTests {

    private static final String TASK = shape("Work", 100, 80);

    static Stream<Path> shipped() {
        return ShippedProcesses.diagrams().keySet().stream();
    }

    static List<Path> foreign() {
        try (var files = Files.list(Path.of("src/test/resources/bpmn-miwg"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource({"shipped", "foreign"})
    void everyShapeEveryLineAndEveryNameOfADiagramIsDrawn(Path file) throws IOException {
        var source = Files.readString(file);
        var drawing = parsed(DiagramDrawing.svg(model(source), Map.of()));
        var groups = withIds(drawing, "g");
        var elements = withIds(parsed(source), "*");
        var written = texts(drawing);

        var places = placesOfTheFirstDiagram(source);

        assertThat(places).isNotEmpty().allSatisfy(place -> assertThat(groups).containsKey(place));
        assertThat(places).allSatisfy(place -> assertThat(written).contains(withoutSpace(nameOf(place, elements))));
    }

    @Test
    void textIsEscapedAndControlCharactersAreLeftOut() {
        var svg = DiagramDrawing.svg(
                model(
                        "<task id='Work' name='&lt;script>alert(&quot;1&quot;)&lt;/script> &amp; &#x85;&#x202e;it&apos;s'/>",
                        TASK),
                Map.of("Work", new Mark(null, "<b>", "</title><script>\u0007", 0)));

        parsed(svg);
        assertThat(svg)
                .contains("&amp;", "it&#39;s", "&lt;b&gt;", "<title>&lt;/title&gt;&lt;script&gt;</title>")
                .doesNotContain("<script", "\u0085", "\u202e", "\u0007");
    }

    @Test
    void whereAHandoffStandsIsShownAtItsSteps() {
        var svg = DiagramDrawing.svg(
                model(
                        "<task id='Work'/><task id='Next'/><task id='Last'/>",
                        TASK + shape("Next", 300, 80) + shape("Last", 500, 80)),
                Map.of(
                        "Work", new Mark(State.PASSED, null, null, 0),
                        "Next", new Mark(State.HERE, "3 d", "Waits for Lena since Monday.", 0),
                        "Last", new Mark(State.LATE, null, null, 0.72)));

        assertThat(svg)
                .contains(
                        "id='Work' class='shape passed'",
                        "id='Next' class='shape here'",
                        "id='Last' class='shape late heat7'")
                .contains("<g class='sign here'><title>Waits for Lena since Monday.</title>", ">3 d</text>")
                .contains(".bpmn .heat7{");
    }

    @Test
    void whatHasNoPlaceOrNoElementIsLeftOut() {
        var svg = DiagramDrawing.svg(
                model(
                        "<task id='Work'/><task id='Lost'/><task id='Odd'/><task id='Twice'/>"
                                + "<sequenceFlow id='Short' sourceRef='Work' targetRef='Odd'/>",
                        TASK
                                + "<bpmndi:BPMNShape bpmnElement='Lost'/>"
                                + shape("Odd", "NaN")
                                + shape("Nobody", 100, 80)
                                + shape("Twice", 300, 80)
                                + shape("Twice", 400, 80)
                                + "<bpmndi:BPMNEdge bpmnElement='Short'><di:waypoint x='1' y='1'/></bpmndi:BPMNEdge>"),
                Map.of("Lost", new Mark(State.HERE, "1", null, 1)));

        assertThat(withIds(parsed(svg), "g")).containsOnlyKeys("Work", "Twice");
    }

    @Test
    void whatLiesInAClosedSubProcessIsNotShownAndWhatLiesInAnOpenOneIsInFrontOfIt() {
        var content = "<task id='Work'/><subProcess id='Part'><task id='Inner'/></subProcess>";
        var places = TASK + shape("Inner", 310, 90)
                + "<bpmndi:BPMNShape bpmnElement='Part' %s><dc:Bounds x='300' y='80' width='200' height='200'/></bpmndi:BPMNShape>";

        var open = DiagramDrawing.svg(model(content, places.formatted("")), Map.of());
        var closed = DiagramDrawing.svg(model(content, places.formatted("isExpanded='false'")), Map.of());

        assertThat(open).containsSubsequence("id='Part'", "id='Inner'");
        assertThat(withIds(parsed(closed), "g")).containsOnlyKeys("Work", "Part");
    }

    @Test
    void coloursOfTheFileAreKeptAndNothingElseIsTakenForAColour() {
        var places =
                "<bpmndi:BPMNShape xmlns:bioc='http://bpmn.io/schema/bpmn/biocolor/1.0' bpmnElement='Work' bioc:fill='%s'>"
                        + "<dc:Bounds x='1' y='1' width='100' height='80'/></bpmndi:BPMNShape>";

        assertThat(DiagramDrawing.svg(model("<task id='Work'/>", places.formatted("#BBDEFB")), Map.of()))
                .contains("class='shape colour1'", "--paper:#BBDEFB;");
        assertThat(DiagramDrawing.svg(model("<task id='Work'/>", places.formatted("red}*{display:none")), Map.of()))
                .contains("class='shape'")
                .doesNotContain("display:none");
    }

    @Test
    void aFileWithoutADiagramIsAnEmptyPicture() {
        var svg = DiagramDrawing.svg(model("<task id='Work'/>", ""), Map.of());

        assertThat(svg).contains("viewBox='-15 -15 30 30'");
    }

    @Test
    void aDiagramThatIsTooLargeIsRefused() {
        var many = IntStream.range(0, 5_001).mapToObj(i -> shape("Work", i, 80)).collect(Collectors.joining());
        assertThatThrownBy(() -> DiagramDrawing.svg(model("<task id='Work'/>", many), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The diagram has 5,001 shapes and lines; up to 5,000 can be drawn.");
        assertThatThrownBy(() -> DiagramDrawing.svg(model("<task id='Work'/>", shape("Work", 99_950, 80)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The diagram reaches to 100,050; it can be drawn up to 100,000 in each direction.");
    }

    @Test
    void theSameFileIsTheSamePicture() {
        var marks = new HashMap<String, Mark>();
        ShippedProcesses.diagrams().forEach((file, model) -> {
            var svg = DiagramDrawing.svg(model, marks);
            assertThat(DiagramDrawing.svg(model, Map.copyOf(marks))).isEqualTo(svg);
        });
    }

    @Test
    void aNameIsBrokenWhereItFits() {
        assertThat(Lines.of("Check the brief and confirm", 86, Lines.INNER).lines())
                .containsExactly("Check the brief", "and confirm");
        assertThat(Lines.ofWholeWords("Application accepted", 20, Lines.OUTER).lines())
                .containsExactly("Application", "accepted");
        assertThat(Lines.of("Donaudampfschifffahrt", 60, Lines.INNER).lines()).hasSizeGreaterThan(1);
        assertThat(Lines.of("one\n\ntwo", 60, Lines.INNER).lines()).containsExactly("one", "", "two");
        assertThat(Lines.of("\uD83D\uDE00\uD83D\uDE00", 5, Lines.INNER).lines())
                .containsExactly("\uD83D\uDE00", "\uD83D\uDE00");
    }

    @Test
    void aVeryLongNameTakesNoTime() {
        assertThat(Lines.of("word ".repeat(40_000), 86, Lines.INNER).lines()).hasSizeGreaterThan(10_000);
    }

    // What a file says, without the model API

    private static List<String> placesOfTheFirstDiagram(String source) {
        var plane = (Element)
                parsed(source).getElementsByTagNameNS("*", "BPMNPlane").item(0);
        return Stream.of("BPMNShape", "BPMNEdge")
                .flatMap(kind -> elements(plane.getElementsByTagNameNS("*", kind)))
                .map(place -> place.getAttribute("bpmnElement").replaceAll(".*:", ""))
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static String nameOf(String id, Map<String, Element> elements) {
        var element = Objects.requireNonNull(elements.get(id), id);
        return switch (element.getLocalName()) {
            case "textAnnotation" -> element.getTextContent();
            case "group" -> {
                var category = element.getAttribute("categoryValueRef").replaceAll(".*:", "");
                yield category.isEmpty()
                        ? ""
                        : Objects.requireNonNull(elements.get(category)).getAttribute("value");
            }
            default -> element.getAttribute("name");
        };
    }

    private static String texts(Document drawing) {
        return elements(drawing.getElementsByTagNameNS("*", "text"))
                .map(text -> withoutSpace(text.getTextContent()))
                .collect(Collectors.joining("\n"));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static Map<String, Element> withIds(Document document, String tag) {
        var found = new HashMap<String, Element>();
        elements(document.getElementsByTagNameNS("*", tag))
                .filter(element -> element.hasAttribute("id"))
                .forEach(element -> found.put(element.getAttribute("id"), element));
        return found;
    }

    private static Stream<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements.stream();
    }

    private static Document parsed(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    // Files

    private static BpmnModelInstance model(String content, String places) {
        return new AnyFile().parseModelFromStream(stream("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="t">
                <process id="Drawn" name="A process">%s</process>
                <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="Drawn">%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </definitions>""".formatted(content, places)));
    }

    private static BpmnModelInstance model(String source) {
        return Bpmn.readModelFromStream(stream(source));
    }

    private static InputStream stream(String source) {
        return new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a file that need not be valid. */
    private static final class AnyFile extends BpmnParser {

        @Override
        protected void configureFactory(DocumentBuilderFactory factory) {
            super.configureFactory(factory);
            factory.setValidating(false);
        }

        @Override
        public void validateModel(DomDocument document) {}
    }

    private static String shape(String element, int x, int y) {
        return "<bpmndi:BPMNShape bpmnElement='%s'><dc:Bounds x='%d' y='%d' width='100' height='80'/></bpmndi:BPMNShape>"
                .formatted(element, x, y);
    }

    private static String shape(String element, String width) {
        return "<bpmndi:BPMNShape bpmnElement='%s'><dc:Bounds x='1' y='1' width='%s' height='80'/></bpmndi:BPMNShape>"
                .formatted(element, width);
    }
}
