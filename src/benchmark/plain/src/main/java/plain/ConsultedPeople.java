package plain;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Nobody is consulted. */
public class ConsultedPeople {

    public boolean any(DelegateExecution execution) {
        return false;
    }

    public List<String> of(DelegateExecution execution) {
        return List.of();
    }
}
