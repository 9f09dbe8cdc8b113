package cymru.diogelu.designer.pages;

import java.util.Map;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.AttributeProvider;

/** Gives running text the looks of the GOV.UK Design System. */
final class GovukClasses implements AttributeProvider {

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("class", heading.getLevel() == 1 ? "govuk-heading-xl" : "govuk-heading-m");
        } else if (node instanceof Paragraph) {
            attributes.put("class", "govuk-body");
        } else if (node instanceof BulletList) {
            attributes.put("class", "govuk-list govuk-list--bullet");
        } else if (node instanceof OrderedList) {
            attributes.put("class", "govuk-list govuk-list--number");
        } else if (node instanceof Link) {
            attributes.put("class", "govuk-link");
        } else {
            String look =
                    switch (tag) {
                        case "table" -> "govuk-table";
                        case "tr" -> "govuk-table__row";
                        case "th" -> "govuk-table__header";
                        case "td" -> "govuk-table__cell";
                        default -> "";
                    };
            if (!look.isEmpty()) {
                attributes.put("class", look);
            }
        }
    }
}
