package dev.baton.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.stream.Collectors;

/** The notes at the top of a form: what is open, why it came back, in whose place somebody decides. */
final class FormNotes {

    static final String PAGE_STYLE =
            "<style>table { width: 100% } th, td { white-space: normal !important; vertical-align: top; padding: 4px 8px !important }"
                    + " dt { font-weight: 600; margin-top: 8px } dd { margin: 0; white-space: pre-line }"
                    + " ul { margin: 2px 0 6px; padding-left: 20px }"
                    + " summary { display: list-item; cursor: pointer; font-weight: 600; font-size: 15px }"
                    + " details { border: 1px solid #d5d5d5; border-radius: 4px; padding: 8px 12px }</style>";

    private static final String NOTE =
            "<style>div.note { border-left: 4px solid %s; background: %s; padding: 8px 12px; white-space: %s }"
                    + " p { margin: 0 0 6px } li { margin-bottom: 8px } ol { margin: 0; padding-left: 22px }"
                    + " em { color: #555; font-style: normal } summary { display: list-item; cursor: pointer }</style><div class=\"note\">%s</div>";

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
                        + " Nobody answered “{{reviewName}}” within {{reviewHours}} hours, so the decision is now yours."
                        + " The record keeps both names.");
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
