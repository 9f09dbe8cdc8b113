package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Computed;
import cymru.diogelu.forms.Component.Group;
import cymru.diogelu.forms.Component.Question;
import cymru.diogelu.forms.Component.Rows;
import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Map;

/** Turns the entries of a form into what a page shows, in one language. */
record Rendering(Language language, Scope outside) {

    List<RenderedField> of(List<Entry> entries) {
        return entries.stream().map(this::of).toList();
    }

    private RenderedField of(Entry entry) {
        var component = entry.component();
        var traits = component.traits();
        var texts = traits.texts().in(language);
        var parts = entry.parts().stream().map(this::of).toList();
        var scope = entry.scope() == null ? outside : entry.scope();
        return new RenderedField(
                entry.key(),
                traits.id(),
                traits.type(),
                texts.getOrDefault("label", ""),
                texts.getOrDefault("description", ""),
                texts,
                component instanceof Question question
                        ? question.kind().options().in(language, scope)
                        : List.of(),
                entry.shown(),
                entry.scope() != null,
                component instanceof Question question && question.required(),
                component instanceof Computed || component instanceof Question fixed && fixed.fixed(),
                constraints(component, scope),
                traits.properties(),
                component instanceof Group ? parts.get(0) : List.of(),
                component instanceof Rows ? parts : List.of());
    }

    private static Map<String, Object> constraints(Component component, Scope scope) {
        if (component instanceof Question question) {
            return question.kind().constraints(scope);
        }
        return component instanceof Rows rows ? Map.of("minRows", rows.min(), "maxRows", rows.max()) : Map.of();
    }
}
