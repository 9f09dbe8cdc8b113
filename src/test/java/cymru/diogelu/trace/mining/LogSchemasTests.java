package cymru.diogelu.trace.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSchemasTests {

    private static final String XES = "<log xmlns='http://www.xes-standard.org/' xes.version='2.0' xes.features=''>"
            + "<extension name='Concept' prefix='concept' uri='http://www.xes-standard.org/concept.xesext'/>"
            + "<global scope='event'><string key='concept:name' value='x'/></global>"
            + "<classifier name='Activity' keys='concept:name'/>"
            + "<trace><event><date key='time:timestamp' value='2026-03-02T10:15:00.000Z'/></event></trace></log>";

    private static final String OCEL =
            """
            {"eventTypes":[{"name":"answer","attributes":[{"name":"entry","type":"integer"}]}],
             "objectTypes":[{"name":"case","attributes":[]}],
             "events":[{"id":"e1","type":"answer","time":"2026-03-02T10:15:00Z",
               "attributes":[{"name":"entry","value":"1"}],
               "relationships":[{"objectId":"o1","qualifier":"in"}]}],
             "objects":[{"id":"o1","type":"case"}]}""";

    @Test
    void theExamplesAreSound() throws IOException {
        assertThat(LogSchemas.faultsOfXes(XES)).isEmpty();
        assertThat(LogSchemas.faultsOfOcel(OCEL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xes.version='2.0'| ",
                "prefix='concept'|prefix='a:b'",
                "scope='event'|scope='case'",
                "name='Activity'|name='Activity and more'",
                "key='concept:name'|key='not a key'",
                "2026-03-02T10:15:00.000Z|2 March 2026",
                "<date key|<moment key",
                "value='x'/>|/>",
                "<trace>|<trace name='1'>",
                "http://www.xes-standard.org/' xes|urn:another' xes"
            })
    void aBrokenXesLogIsRefused(String sound, String broken) throws IOException {
        assertThat(XES).contains(sound);
        assertThat(LogSchemas.faultsOfXes(XES.replace(sound, broken == null ? "" : broken)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"objects\"|\"things\"",
                "\"type\":\"integer\"|\"type\":\"number\"",
                "\"value\":\"1\"|\"value\":1",
                "2026-03-02T10:15:00Z|2026-03-02T10:15:00",
                ",\"qualifier\":\"in\"|,\"as\":\"in\"",
                "\"id\":\"o1\",| ",
                "\"time\":\"2026-03-02T10:15:00Z\",| "
            })
    void aBrokenOcelLogIsRefused(String sound, String broken) throws IOException {
        assertThat(OCEL).contains(sound);
        assertThat(LogSchemas.faultsOfOcel(OCEL.replace(sound, broken == null ? "" : broken)))
                .isNotEmpty();
    }
}
