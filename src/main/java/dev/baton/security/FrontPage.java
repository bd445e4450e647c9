package dev.baton.security;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever comes without a path wants to work: Tasklist. */
@Configuration(proxyBeanMethods = false)
class FrontPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/", AccessRefusalHandler.LOGIN_PAGE);
    }
}
