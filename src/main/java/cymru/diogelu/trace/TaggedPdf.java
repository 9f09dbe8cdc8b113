package cymru.diogelu.trace;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Turns a page of ours into a PDF that is tagged, so that it can be read aloud in order (PDF/UA, ISO 14289-1). */
final class TaggedPdf {

    /** Where a page finds its pictures: {@code picture:name.svg}. */
    static final String PICTURE = "picture:";

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String FAMILY = "Liberation Sans";
    private static final int NORMAL = 400;

    private TaggedPdf() {}

    /**
     * @param html well-formed, with a language and a title
     * @param pictures SVG by name; the page reaches nothing else
     * @throws IOException when it cannot be written
     */
    static void write(String html, Map<String, String> pictures, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        // A tagged PDF carries its font; this one has every letter of Welsh.
        builder.useFont(
                TaggedPdf::font,
                FAMILY,
                NORMAL,
                FontStyle.NORMAL,
                true,
                EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            builder.useSVGDrawer(drawer);
            builder.useProtocolsStreamImplementation(
                    uri -> picture(Objects.requireNonNull(pictures.get(uri.substring(PICTURE.length())))), "picture");
            builder.withHtmlContent(html, null);
            builder.toStream(out);
            builder.run();
        }
    }

    private static FSStream picture(String svg) {
        byte[] bytes = svg.replaceFirst("font-family=\"[^\"]*\"", "font-family=\"" + FAMILY + "\"")
                .getBytes(StandardCharsets.UTF_8);
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }

    private static InputStream font() {
        InputStream font = PDDocument.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException("the font of the PDFs is not packed with the program");
        }
        return font;
    }
}
