package cymru.diogelu.trace.mining;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The standards' own demands on the two formats, as schemas. */
public final class LogSchemas {

    private LogSchemas() {}

    /** What is wrong with a log as XES; nothing when it is one. */
    public static List<String> faultsOfXes(String log) throws IOException {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            Schema schema = factory.newSchema(LogSchemas.class.getResource("/mining/xes.xsd"));
            schema.newValidator().validate(new StreamSource(new StringReader(log)));
            return List.of();
        } catch (SAXException fault) {
            return List.of(String.valueOf(fault.getMessage()));
        }
    }

    /** What is wrong with a log as OCEL in JSON; nothing when it is one. */
    public static List<String> faultsOfOcel(String log) throws IOException {
        try (InputStream file = LogSchemas.class.getResourceAsStream("/mining/ocel.schema.json")) {
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Objects.requireNonNull(file));
            return schema
                    .validate(log, InputFormat.JSON, context -> context.getExecutionConfig()
                            .setFormatAssertionsEnabled(true))
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        }
    }
}
