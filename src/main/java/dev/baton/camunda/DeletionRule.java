package dev.baton.camunda;

import java.util.List;

/** Says what still needs what somebody is about to delete. */
@FunctionalInterface
public interface DeletionRule {

    /**
     * One sentence for each need, or an empty list.
     *
     * @param cascade whether what runs in these versions ends with them
     */
    List<String> needs(List<Definition> deleted, boolean cascade);
}
