package cymru.diogelu.procedures.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** A list of codes (ticked options, invited agencies) as an engine variable: stored as words in one text column. */
final class Codes extends PrimitiveTypeValueImpl<List<?>> {

    private static final long serialVersionUID = 1L;
    private static final PrimitiveValueType TYPE = new Type();

    private Codes(List<?> codes, boolean passing) {
        super(codes, TYPE);
        setTransient(passing);
    }

    private static final class Type extends PrimitiveValueTypeImpl {

        private static final long serialVersionUID = 1L;

        Type() {
            super("codes", List.class);
        }

        @Override
        public TypedValue createValue(Object value, Map<String, Object> info) {
            return new Codes((List<?>) value, false);
        }
    }

    /** Keeps Java's serialisation out of the database: a list of anything but single words is refused. */
    static final class Serializer extends PrimitiveValueSerializer<Codes> {

        Serializer() {
            super(TYPE);
        }

        @Override
        public Codes convertToTypedValue(UntypedValueImpl value) {
            return new Codes((List<?>) value.getValue(), value.isTransient());
        }

        @Override
        public Codes readValue(ValueFields fields, boolean asTransient) {
            String text = fields.getTextValue();
            return new Codes(text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(" ")), asTransient);
        }

        @Override
        public void writeValue(Codes value, ValueFields fields) {
            if (value.isTransient()) {
                // The engine hands a decision's raw result around as a passing list; it never reaches the database.
                return;
            }
            for (Object code : value.getValue()) {
                if (!(code instanceof String word) || !word.matches("[\\w.-]+")) {
                    throw new IllegalArgumentException("a list variable holds codes only");
                }
            }
            fields.setTextValue(String.join(
                    " ", value.getValue().stream().map(String::valueOf).toList()));
        }
    }
}
