package dev.baton.selection;

import java.util.List;

/**
 * What one axis says to an answer.
 *
 * @param answer in words, such as `5 people, agency`
 * @param models keys, the first named first
 * @param advice what goes with these models; may be empty
 * @param restricts whether only the models that restricting rows name may be recommended
 */
record Vote(Axis axis, String answer, List<String> models, String reason, String advice, boolean restricts) {}
