package cymru.diogelu.trace;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Turns a page of ours into a PDF that is tagged, so that it can be read aloud in order (PDF/UA, ISO 14289-1). */
final class TaggedPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private TaggedPdf() {}

    /**
     * @param html well-formed, with a language and a title
     * @throws IOException when it cannot be written
     */
    static void write(String html, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        // A tagged PDF carries its font; this one has every letter of Welsh.
        builder.useFont(TaggedPdf::font, "Liberation Sans");
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        builder.run();
    }

    private static InputStream font() {
        InputStream font = PDDocument.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException("the font of the PDFs is not packed with the program");
        }
        return font;
    }
}
