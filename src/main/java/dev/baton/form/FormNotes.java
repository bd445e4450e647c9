package dev.baton.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.process.Variables;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The notes at the top of a form: what is open, why it came back, in whose place somebody decides. */
final class FormNotes {

    static final String PAGE_STYLE =
            "<style>table { width: 100% } th, td { white-space: normal !important; vertical-align: top; padding: 4px 8px !important }"
                    + " td.day { white-space: nowrap !important } p { margin: 6px 0 }"
                    + " details details { border: 0; padding: 0; margin-top: 6px }"
                    + " dt { font-weight: 600; margin-top: 8px } dd { margin: 0; white-space: pre-line }"
                    + " ul { margin: 2px 0 6px; padding-left: 20px }"
                    + " summary { display: list-item; cursor: pointer; font-weight: 600; font-size: 15px }"
                    + " details { border: 1px solid #d5d5d5; border-radius: 4px; padding: 8px 12px }</style>";

    private static final String NOTE =
            "<style>div.note { border-left: 4px solid %s; background: %s; padding: 8px 12px; white-space: %s }"
                    + " p { margin: 0 0 6px } li { margin-bottom: 8px } ol { margin: 0; padding-left: 22px }"
                    + " em { color: #555; font-style: normal } summary { display: list-item; cursor: pointer }</style><div class=\"note\">%s</div>";

    /** Short for the overview's variable in what follows. */
    private static final Pattern OVERVIEW = Pattern.compile("\\bo[.]");

    private FormNotes() {}

    /** What the last gate missed; with several packages each gap says where it is. */
    static ObjectNode gaps(String id, Collection<String> packages) {
        var where = packages.size() < 2
                ? ""
                : packages.stream()
                        .map(name -> "%s: \"%s\"".formatted(name, PackageFields.title(name)))
                        .collect(Collectors.joining(", ", "<strong>{{get value({", "}, packageName)}}: </strong>"));
        return note(
                id,
                "=contextGaps = null or count(contextGaps) = 0",
                "#b45309",
                "#fff7ed",
                "normal",
                "<p><strong>{{#if count(contextGaps) = 1}}One thing is still open.{{/if}}"
                        + "{{#if count(contextGaps) > 1}}{{count(contextGaps)}} things are still open.{{/if}}"
                        + " Work moves on as soon as they are answered below.</strong></p>"
                        + "<details><summary>What is open</summary><ol>{{#loop contextGaps}}<li>" + where
                        + "{{message}}"
                        + "{{#if problem != \"missing\"}} {{goodAnswer}}{{/if}}"
                        + "{{#if risk}}<br><em>At risk: {{risk}}</em>{{/if}}</li>{{/loop}}</ol></details>");
    }

    /** Why work came back, under the heading that the form gives it. */
    static ObjectNode returned(String id, String heading) {
        return note(
                id,
                "=reviewReason = null or reviewReason = \"\"",
                "#b45309",
                "#fff7ed",
                "pre-line",
                "<strong>" + plain(heading) + "</strong>\n{{reviewReason}}"
                        + "{{#if changesMade}}<br><strong>What the creator changed:</strong>\n{{changesMade}}{{/if}}");
    }

    /** In whose place somebody decides, and why. */
    static ObjectNode escalated(String id) {
        return note(
                id,
                "=reviewName = null or reviewName = \"\"",
                "#1d4ed8",
                "#eff6ff",
                "pre-line",
                "<strong>You decide in place of {{#if reviewer}}{{reviewer}}{{/if}}"
                        + "{{#if reviewer = null or reviewer = \"\"}}the reviewer{{/if}}.</strong>"
                        + " Nobody answered “{{reviewName}}” within {{reviewTime}}, so the decision is now yours."
                        + " The record keeps both names.");
    }

    /** How a handoff ended before its work was done. */
    static ObjectNode ending(String id) {
        return note(
                id,
                "=handoffOverview.ending = null",
                "#b45309",
                "#fff7ed",
                "pre-line",
                OVERVIEW.matcher("<p><strong>“{{campaign}}” was {{o.ending.outcome}}{{#if o.ending.who}} by"
                                + " {{o.ending.who}}{{/if}} on {{o.ending.day}}.</strong></p>"
                                + when("o.ending.reason", "<p>The reason: “{{o.ending.reason}}”</p>")
                                + "It does not go on, and nothing of it waits for you.")
                        .replaceAll(Variables.OVERVIEW + "."));
    }

    /** What everybody has in sight, under the heading that the form gives it. */
    static ObjectNode overview(String id, String heading) {
        var content = "%s<details open><summary>%s</summary><p>%s%s</p><p>%s%s%s</p>%s%s%s%s%s</details>"
                .formatted(
                        PAGE_STYLE,
                        plain(heading.isEmpty() ? "The handoff so far" : heading),
                        fact("handoff", "Handoff"),
                        fact("started", "Started"),
                        fact("launchDate", "Launch"),
                        fact("needBy", "Needed by"),
                        fact("accountable", "Accountable"),
                        when(
                                "o.workLink",
                                "<p>The latest work: <a href=\"{{o.workLink}}\" target=\"_blank\">{{o.workLink}}</a></p>"),
                        list(
                                "changed",
                                "Changed since you last looked, on {{o.lastLooked}}:",
                                "{{field}}, by {{who}} on {{day}}"),
                        list("together", "How we work together:", "<em>{{how}}</em> {{words}}")
                                + list("milestones", "Milestones:", "{{date}} {{name}}"),
                        list("agreed", "Agreed in conversation:", "<em>{{how}}</em> {{words}}")
                                + list("notes", "Noted on the way:", "<em>{{how}}</em> {{words}}"),
                        when(
                                "count(o.decisions) > 0",
                                "<details><summary>Who decided what ({{count(o.decisions)}})</summary><table>{{#loop o.decisions}}"
                                        + "<tr><td class=\"day\">{{day}}</td><td>{{what}}</td><td>{{who}}: {{answer}}"
                                        + "{{#if reason}}. {{reason}}{{/if}}</td></tr>{{/loop}}</table></details>"));
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "html")
                .put("id", id)
                .put("content", OVERVIEW.matcher(content).replaceAll(Variables.OVERVIEW + "."));
    }

    /** What is open in the handoff, under the heading that the form gives it. */
    static ObjectNode agenda(String id, String heading) {
        var content = PAGE_STYLE
                + when(
                        "count(o.open) > 0",
                        "<p><strong>" + plain(heading) + "</strong></p><table>{{#loop o.open}}<tr>"
                                + "<td class=\"day\">{{#if overdue}}<strong>overdue</strong> {{/if}}{{due}}</td>"
                                + "<td>{{what}}</td><td>{{who}}</td></tr>{{/loop}}</table>")
                + when("count(o.open) = 0", "<p><strong>Nothing else is open.</strong></p>");
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "html")
                .put("id", id)
                .put("content", OVERVIEW.matcher(content).replaceAll(Variables.OVERVIEW + "."));
    }

    private static String fact(String name, String label) {
        return when("o." + name, label + " <strong>{{o." + name + "}}</strong> &nbsp; ");
    }

    private static String list(String name, String label, String entry) {
        return when(
                "count(o." + name + ") > 0",
                "<p><strong>%s</strong></p><ul>{{#loop o.%s}}<li>%s</li>{{/loop}}</ul>".formatted(label, name, entry));
    }

    private static String when(String condition, String content) {
        return "{{#if " + condition + "}}" + content + "{{/if}}";
    }

    /** The same inside a page that shows the field. */
    static String about(String field) {
        return "{{#if %1$s.about.%2$s}}<ul>{{#loop %1$s.about.%2$s}}<li><em>{{how}}</em> {{words}}</li>{{/loop}}</ul>{{/if}}"
                .formatted(Variables.OVERVIEW, field);
    }

    /** What was agreed or answered about a field, beside it. */
    static ObjectNode about(String field, List<HandoffOverview.Note> notes) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "html")
                .put("id", "about_" + field)
                .put(
                        "content",
                        NOTE.formatted(
                                "#1d4ed8",
                                "#eff6ff",
                                "pre-line",
                                notes.stream()
                                        .map(note ->
                                                "<p><em>%s</em> <span class=\"baton-answer baton-answer-for-field_%s\">%s</span></p>"
                                                        .formatted(plain(note.how()), field, plain(note.words())))
                                        .collect(Collectors.joining())));
    }

    private static ObjectNode note(String id, String hide, String line, String ground, String space, String content) {
        var html = JsonNodeFactory.instance
                .objectNode()
                .put("type", "html")
                .put("id", id)
                .put("content", NOTE.formatted(line, ground, space, content));
        html.putObject("conditional").put("hide", hide);
        return html;
    }

    /** Words of a table as a page shows them: no mark-up, no template. */
    static String plain(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;");
    }
}
