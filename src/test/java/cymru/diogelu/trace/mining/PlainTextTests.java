package cymru.diogelu.trace.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void aCharacterThatXmlForbidsIsSeenToHaveBeenThere() {
        assertThat(PlainText.of("a\u0000b\u001Bc\uFFFEd\uD800e")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
    }

    @Test
    void charactersThatTurnTheDirectionOfWritingGo() {
        assertThat(PlainText.of("\u202Egnp.exe\u2066\u200F")).isEqualTo("gnp.exe");
    }

    @Test
    void wordsStayAsTheyAre() {
        String words = "Dŵr, tŷ – a’r gair “ŵyr” \uD83D\uDE00 <b>&amp;</b>";
        assertThat(PlainText.of(words)).isEqualTo(words);
    }

    @Test
    void aLineBreakIsASpaceAsXmlMakesItOneInAnAttribute() {
        assertThat(PlainText.of("a\r\n\tb")).isEqualTo("a   b");
    }

    @Property
    void anyTextCanBeReadBackFromXml(@ForAll String text) throws Exception {
        String plain = PlainText.of(text);
        StringWriter written = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
        xml.writeEmptyElement("string");
        xml.writeAttribute("value", plain);
        xml.writeEndDocument();
        XMLStreamReader read =
                XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(written.toString()));
        read.next();
        assertThat(read.getAttributeValue(null, "value")).isEqualTo(plain);
    }
}
