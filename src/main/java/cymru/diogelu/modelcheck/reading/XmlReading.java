package cymru.diogelu.modelcheck.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML with its lines. A document type, which could read other files or grow without end, is refused. */
final class XmlReading extends DefaultHandler {

    /** A model that a person drew is never nested deeper. */
    private static final int DEEPEST = 60;

    private @Nullable Locator locator;
    private @Nullable XmlElement root;
    private @Nullable XmlElement open;
    private int depth;

    private XmlReading() {}

    /** @throws Unreadable with the line and the reason */
    static XmlElement read(byte[] content) throws Unreadable {
        XmlReading reading = new XmlReading();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(content)), reading);
        } catch (SAXParseException broken) {
            throw new Unreadable(broken.getLineNumber(), String.valueOf(broken.getMessage()));
        } catch (SAXException | IOException broken) {
            throw new Unreadable(reading.line(), String.valueOf(broken.getMessage()));
        } catch (ParserConfigurationException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
        return Objects.requireNonNull(reading.root);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String namespace, String local, String qualified, Attributes attributes)
            throws SAXException {
        if (++depth > DEEPEST) {
            throw new SAXException("elements are nested deeper than " + DEEPEST);
        }
        XmlElement element = new XmlElement(new XmlElement.Name(namespace, local), line(), open);
        for (int i = 0; i < attributes.getLength(); i++) {
            element.put(new XmlElement.Name(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i));
        }
        root = root == null ? element : root;
        open = element;
    }

    @Override
    public void endElement(String namespace, String local, String qualified) {
        depth--;
        open = Objects.requireNonNull(open).parent().orElse(null);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (open != null) {
            open.write(characters, start, length);
        }
    }

    @Override
    public void fatalError(SAXParseException broken) throws SAXException {
        throw broken;
    }

    private int line() {
        return locator == null ? 0 : Math.max(0, locator.getLineNumber());
    }
}
