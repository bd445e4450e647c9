package dev.baton.browser;

import dev.baton.harness.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of people at work in Tasklist; its methods take a {@link Tasklist}, opened in a browser of its own. On H2 only. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("browser")
@EnabledIfBrowser
@ServiceTest
@ExtendWith(OpenBrowser.class)
public @interface BrowserTest {}
