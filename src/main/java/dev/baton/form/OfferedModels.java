package dev.baton.form;

import java.util.Map;

/** The kinds of handoff that a form can offer. */
public interface OfferedModels {

    /** Process key to name, in the order of the alphabet. */
    Map<String, String> byKey();
}
