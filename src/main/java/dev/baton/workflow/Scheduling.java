package dev.baton.workflow;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the sweeps of this room run. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
