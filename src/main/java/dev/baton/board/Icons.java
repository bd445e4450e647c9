package dev.baton.board;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The signs of BPMN: of events in 36 by 36 pixels, of gateways in 50 by 50, of markers in 14 by 14. */
final class Icons {

    static final String ENVELOPE = "M0 0H21V14H0ZM21 0L10.5 7L0 0";

    /** Paths, by what an event waits for or says. */
    static final Map<String, String> EVENTS = Map.of(
            "messageEventDefinition", "M8.5 11.7H27.5V24.3H8.5ZM27.5 11.7L18 17.5L8.5 11.7",
            "errorEventDefinition", "M7.8 26.8L14.4 10L21.2 19.6L28.3 8.8L21.6 26L15 16.8Z",
            "escalationEventDefinition", "M18 7.2L26 27.4L18 20.2L10 27.4Z",
            "signalEventDefinition", "M18 7.6L27 24.6H9Z",
            "conditionalEventDefinition", "M11 8.5H25V27.5H11ZM13 12H23M13 16H23M13 20H23M13 24H23",
            "linkEventDefinition", "M7.5 14.8H20V10.2L29.5 18L20 25.8V21.2H7.5Z",
            "compensateEventDefinition", "M17.2 11.8V24.2L8.4 18ZM26 11.8V24.2L17.2 18Z",
            "cancelEventDefinition",
                    "M11.6 8.8L18 15.2L24.4 8.8L27.2 11.6L20.8 18L27.2 24.4L24.4 27.2L18 20.8L11.6 27.2L8.8 24.4L15.2 18L8.8 11.6Z",
            "multiple", "M18 7L28.5 14.6L24.5 26.8H11.5L7.5 14.6Z",
            "parallelMultiple", "M16.4 7H19.6V16.4H29V19.6H19.6V29H16.4V19.6H7V16.4H16.4Z");

    static final String TIMER = "<circle cx='18' cy='18' r='11'/><path stroke-width='1' d='%s'/>".formatted(hours())
            + "<path d='M18 18L20.4 10.2M18 18L23.4 19.8'/>";

    static final Map<String, String> GATEWAYS = Map.of(
            "exclusiveGateway",
            ink("M16 15H19.4L25 22.6L30.6 15H34L26.7 25L34 35H30.6L25 27.4L19.4 35H16L23.3 25Z"),
            "parallelGateway",
            ink("M22.6 10.4H27.4V22.6H39.6V27.4H27.4V39.6H22.6V27.4H10.4V22.6H22.6Z"),
            "inclusiveGateway",
            "<circle cx='25' cy='25' r='13' stroke-width='2.5'/>",
            "complexGateway",
            "<path stroke-width='4' d='M25 12V38M12 25H38M15.8 15.8L34.2 34.2M34.2 15.8L15.8 34.2'/>");

    static final String PENTAGON = "<path class='open' d='M25 16.6L33.2 22.6L30 32.2H20L16.8 22.6Z'/>";
    static final String PLUS = "<path class='open' stroke-width='1' d='M23 16H27V23H34V27H27V34H23V27H16V23H23Z'/>";

    /** What stands in the upper left, by kinds of elements. */
    static final Map<String, String> TASKS = Map.of(
            "userTask",
                    thin("M10.8 14.2C7.4 15.4 5 17.2 5 20.4V26H22V20.4C22 17.2 19.6 15.4 16.2 14.2"
                                    + "M8.6 21.4V26M18.4 21.4V26M9.6 14.8C10 17.6 17 17.6 17.4 14.8")
                            + thin(
                                    "M13.5 6C16.2 6 18 8 18 10.6C18 13 16.2 15.2 13.5 15.2C10.8 15.2 9 13 9 10.6C9 8 10.8 6 13.5 6Z")
                            + ink("M9 11C8.4 4 18.6 4 18 11C16 11.4 14.6 10.8 13.6 9.8C12 10.2 10.6 10.2 9 11Z"),
            "serviceTask", thin(gear(12, 7.5)) + thin(gear(17.5, 7.5)),
            "scriptTask",
                    thin("M12.5 6C6.5 10 14 16 8 21H17.5C23.5 16 16 10 22 6Z"
                            + "M11.6 9.6H17M12 12.4H17.6M12.2 15.2H18M10.8 18H17.6"),
            "manualTask",
                    thin("M7 12L13 7.4C14.4 6.4 16 8 14.8 9.4L13 11.2H24.2C26 11.2 26 13.8 24.2 13.8H18"
                            + "H25.4C27.2 13.8 27.2 16.4 25.4 16.4H18H24.4C26.2 16.4 26.2 19 24.4 19H18"
                            + "H22.6C24.2 19 24.2 21.4 22.6 21.4H10.4C7 21.4 5 19.6 5 16.8C5 14.4 5.4 13.2 7 12Z"),
            "businessRuleTask", thin("M8 8H28V20H8ZM8 16H28M14.5 12V20") + ink("M8 8H28V12H8Z"),
            "sendTask", "<path class='thrown' stroke-width='1' transform='translate(6 5)' d='%s'/>".formatted(ENVELOPE),
            "receiveTask",
                    "<path stroke-width='1.1' transform='translate(6 5.5) scale(.9)' d='%s'/>".formatted(ENVELOPE),
            "instantiating",
                    "<circle cx='15' cy='15' r='10' stroke-width='1'/>"
                            + "<path stroke-width='1.6' transform='translate(8.7 10.8) scale(.6)' d='%s'/>"
                                    .formatted(ENVELOPE),
            "dataInput", thin("M5 9.4H13V6.4L18.4 11.4L13 16.4V13.4H5Z"),
            "dataOutput", ink("M5 9.4H13V6.4L18.4 11.4L13 16.4V13.4H5Z"));

    static final Map<String, String> MARKERS = Map.of(
            "loop",
            "<path class='open' stroke-width='1.5' d='M4.6 11.9A5.5 5.5 0 1 1 9.4 11.9M4.6 11.9L1 12.4M4.6 11.9L4.2 8.2'/>",
            "parallel",
            "<path d='M3.5 2V12M7 2V12M10.5 2V12'/>",
            "sequential",
            "<path d='M2 3.5H12M2 7H12M2 10.5H12'/>",
            "compensation",
            thin("M7 2V12L.5 7ZM13.5 2V12L7 7Z"),
            "adHoc",
            ink("M.5 8.4C2.6 4 5.6 4.4 7.6 6.6S11.6 8.6 13.5 4.6V7C11.4 11 8.4 10.4 6.6 8.6S2.6 7.4 .5 10.6Z"),
            "closed",
            "<path stroke-width='1' d='M0 0H14V14H0Z'/><path d='M7 3V11M3 7H11'/>");

    private Icons() {}

    private static String thin(String path) {
        return "<path stroke-width='.9' d='%s'/>".formatted(path);
    }

    private static String ink(String path) {
        return "<path class='ink' stroke-width='.9' d='%s'/>".formatted(path);
    }

    private static String hours() {
        return IntStream.range(0, 12)
                .mapToObj(hour -> "M" + around(18, 8.2, hour / 12.0) + "L" + around(18, 10.4, hour / 12.0))
                .collect(Collectors.joining());
    }

    private static String gear(double middle, double radius) {
        var rim = IntStream.range(0, 32)
                .mapToObj(i -> around(middle, i % 4 < 2 ? radius : radius * 0.74, (i - 0.5) / 32))
                .collect(Collectors.joining("L", "M", "Z"));
        var hole = IntStream.range(0, 12)
                .mapToObj(i -> around(middle, radius * 0.45, -i / 12.0))
                .collect(Collectors.joining("L", "M", "Z"));
        return rim + hole;
    }

    /** The point at so much of a full turn, clockwise from the top. */
    private static String around(double middle, double radius, double turn) {
        return Svg.with(
                "%s %s",
                middle + radius * Math.sin(2 * Math.PI * turn), middle - radius * Math.cos(2 * Math.PI * turn));
    }
}
