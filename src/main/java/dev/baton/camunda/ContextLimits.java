package dev.baton.camunda;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How big one JSON document may be.
 *
 * @param maxDocumentBytes size in bytes, as UTF-8
 * @param maxNestingDepth  lists and objects inside each other
 */
@ConfigurationProperties("baton.context")
record ContextLimits(
        @DefaultValue("262144") int maxDocumentBytes,
        @DefaultValue("32") int maxNestingDepth) {

    ContextLimits {
        if (maxDocumentBytes < 1024) {
            throw new IllegalArgumentException(
                    "baton.context.max-document-bytes is %d; it must be at least 1024".formatted(maxDocumentBytes));
        }
        if (maxNestingDepth < 4) {
            throw new IllegalArgumentException(
                    "baton.context.max-nesting-depth is %d; it must be at least 4".formatted(maxNestingDepth));
        }
    }
}
