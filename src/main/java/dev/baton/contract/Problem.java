package dev.baton.contract;

/** Why an answer does not count. */
public enum Problem {
    MISSING,
    PLACEHOLDER,
    RULE_NOT_MET,
    WRONG_TYPE
}
