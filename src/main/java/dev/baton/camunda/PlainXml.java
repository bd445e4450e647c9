package dev.baton.camunda;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;

/** Reads XML into the engine's own elements, so that a rule and the engine never see different diagrams. */
final class PlainXml extends Parser {

    private final SAXParserFactory factory = SAXParserFactory.newInstance();

    private PlainXml() {
        factory.setNamespaceAware(true);
    }

    static Element root(String name, byte[] content) {
        return new PlainXml()
                .createParse()
                .name(name)
                .sourceInputStream(new ByteArrayInputStream(content))
                .execute()
                .getRootElement();
    }

    @Override
    public Parse createParse() {
        return new Parse(this) {};
    }

    @Override
    protected SAXParserFactory getSaxParserFactoryLazily() {
        return factory;
    }

    @Override
    public Boolean isEnableXxeProcessing() {
        return false;
    }
}
