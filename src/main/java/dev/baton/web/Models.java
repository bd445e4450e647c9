package dev.baton.web;

import dev.baton.form.FormsInForce;
import dev.baton.handoff.StartableModels;
import dev.baton.process.AsEngine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/** The kinds of handoff that are deployed, read from their diagrams and start forms. */
@Component
class Models {

    private final StartableModels startable;
    private final RepositoryService repository;
    private final FormsInForce forms;
    private final AsEngine asEngine;

    Models(StartableModels startable, RepositoryService repository, FormsInForce forms, AsEngine asEngine) {
        this.startable = startable;
        this.repository = repository;
        this.forms = forms;
        this.asEngine = asEngine;
    }

    List<Model> all() {
        return asEngine.call(() -> startable.keys().stream()
                .map(this::deployed)
                .flatMap(Optional::stream)
                .map(this::read)
                .toList());
    }

    /** The key as it is; one that nobody may start is refused with those that are there. */
    String known(String key) {
        return startable.known(key);
    }

    /** Where the body of a start holds what this model's start form asks for; empty for one that is not deployed. */
    Set<String> asked(String key) {
        return asEngine.call(() -> deployed(key).map(this::read).stream()
                .flatMap(model -> model.startFields().stream())
                .map(Question::field)
                .collect(Collectors.toSet()));
    }

    private Optional<ProcessDefinition> deployed(String key) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .withoutTenantId()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult());
    }

    private Model read(ProcessDefinition deployed) {
        var diagram = repository.getBpmnModelInstance(deployed.getId());
        Process process = diagram.getModelElementById(deployed.getKey());
        var purpose = process.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().strip())
                .collect(Collectors.joining(" "));
        return new Model(
                deployed.getKey(),
                deployed.getName() == null ? deployed.getKey() : deployed.getName(),
                deployed.getVersion(),
                purpose,
                startFields(diagram, process));
    }

    private List<Question> startFields(BpmnModelInstance diagram, Process process) {
        return diagram.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement().equals(process))
                .map(start -> start.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "formRef"))
                .filter(form -> form != null)
                .flatMap(form -> forms.startForm(form).stream())
                .flatMap(form -> Questions.of(form).stream())
                .map(question -> Questions.read(question, StartRequest.place(question.path()), Optional.empty()))
                .toList();
    }
}
