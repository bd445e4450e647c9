package dev.baton.packages;

import org.springframework.dao.OptimisticLockingFailureException;

/** Another transaction wrote this version first. Nothing was stored; the whole command can be tried again. */
class ConcurrentChange extends OptimisticLockingFailureException {

    ConcurrentChange(String handoff, String name, int version, Throwable cause) {
        super(
                "Version " + version + " of the package '" + name + "' of '" + handoff
                        + "' was written by someone else at the same moment. Try again.",
                cause);
    }
}
