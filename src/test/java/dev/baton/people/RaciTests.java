package dev.baton.people;

import static dev.baton.people.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaciTests {

    @Test
    void everyDeliverableAndTheHandoffHaveOneWhoAnswers() {
        Raci raci = Raci.parse(json("""
                {'accountable':'maria','responsible':['ben','eva'],'consulted':'lea','informed':[],
                 'deliverables':{'Blog post':{'accountable':['ben'],'responsible':['tom',null,'']}}}
                """));

        assertThat(raci.handoff()).isEqualTo(new Duties("maria", List.of("ben", "eva"), List.of("lea"), List.of()));
        assertThat(raci.deliverables())
                .isEqualTo(Map.of("Blog post", new Duties("ben", List.of("tom"), List.of(), List.of())));
        assertThat(raci.accountable()).contains("maria");
        assertThat(raci.accountable("Blog post")).contains("ben");
        assertThat(raci.accountable("Landing page")).contains("maria");
    }

    @Test
    void nothingAgreedNamesNobody() {
        assertThat(Raci.parse(null).accountable()).isEmpty();
        assertThat(Raci.parse(json("null")).accountable("Blog post")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                  | raci.accountable | The handoff names nobody as accountable
                    {'accountable':' '}                                 | raci.accountable | The handoff names nobody as accountable
                    {'accountable':[]}                                  | raci.accountable | Name exactly one person
                    {'accountable':['maria','ben']}                     | raci.accountable | The handoff names maria and ben as accountable
                    {'accountable':7}                                   | raci.accountable | as text, not 7
                    {'accountable':'maria','responsible':[{'a':1}]}     | raci.responsible | as text, not {"a":1}
                    {'accountable':'maria','acountable':'ben'}          | raci.acountable  | unknown responsibility 'acountable'
                    'maria'                                             | raci             | needs its responsibilities as accountable
                    {'accountable':'maria','deliverables':['Blog']}     | raci.deliverables | must map each deliverable's name
                    {'accountable':'maria','deliverables':{'Blog':{}}}  | raci.deliverables.Blog.accountable | The deliverable 'Blog' names nobody
                    {'accountable':'m','deliverables':{'Blog':{'accountable':['a','b']}}} | raci.deliverables.Blog.accountable | The deliverable 'Blog' names a and b
                    {'accountable':'m','deliverables':{'Blog':{'accountable':'a','deliverables':{}}}} | raci.deliverables.Blog.deliverables | unknown responsibility
                    """, quoteCharacter = '`')
    void whatCannotHoldNamesTheDeliverableAndThePeople(String raci, String field, String sentence) {
        assertThatThrownBy(() -> Raci.parse(json(raci)))
                .isInstanceOf(InvalidRaci.class)
                .hasMessageContaining(sentence)
                .extracting("field")
                .isEqualTo(field);
    }

    @Test
    void thePersonNamedTwiceIsOnePerson() {
        assertThat(Raci.parse(json("{'accountable':['maria','maria ']}")).accountable())
                .contains("maria");
    }
}
