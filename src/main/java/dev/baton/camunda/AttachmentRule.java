package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.jspecify.annotations.Nullable;

/** Attachments are links to where a file is kept: files would fill the database, and reach the browser of who opens them. */
final class AttachmentRule {

    private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s<>\"]+");

    private AttachmentRule() {}

    static void check(Command<?> command, @Nullable Object result) {
        if (!(command instanceof CreateAttachmentCmd) || !(result instanceof AttachmentEntity attachment)) {
            return;
        }
        if (attachment.getContentId() != null) {
            throw Refusal.of("content", "Baton keeps no files: send the \"url\" of where it is, and no \"content\".");
        }
        if (attachment.getUrl() == null || !LINK.matcher(attachment.getUrl()).matches()) {
            throw Refusal.of("url", "\"url\" is a link to the file, such as https://example.org/brief.pdf.");
        }
    }
}
