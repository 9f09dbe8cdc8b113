package cymru.diogelu.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.api.Answer;
import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.ledger.Seals;
import cymru.diogelu.ledger.verifier.Verify;
import cymru.diogelu.trace.mining.LogSchemas;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@ApiTest
class ExportApiTests {

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Autowired
    private Seals seals;

    @Autowired
    private CaseAccess access;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void onlyABundleKeepsSomethingBackAndTheLookSaysWhat() {
        String reference = open(UsualAnswers.concern());
        Caller auditor = Caller.nobody(port).as("auditor");
        String export = "/api/v1/cases/" + reference + "/export?profile=answers&format=";

        assertThat(auditor.get(export + "pdf").status()).isEqualTo(400);
        assertThat(auditor.get(export + "bundle").status()).isEqualTo(200);
        assertThat(auditor.get("/api/v1/cases/" + reference + "/access-log").text())
                .contains("exported the case as bundle, without what anybody answered");
    }

    @Test
    void aBundleFromTheServiceIsSoundAndTellsTheCaseInBothLanguages() throws Exception {
        String reference = open(UsualAnswers.concern());
        byte[] bundle = sealed(reference, "bundle");

        assertThat(verified(bundle)).contains("Sound:");
        Map<String, String> files = unpacked(bundle);
        assertThat(files.get("chronology.en.html")).contains("Chronology of case " + reference, "Entry 1, ");
        assertThat(files.get("chronology.cy.html")).contains("Cronoleg achos " + reference, "Enw llawn");
        assertThat(files).containsKeys("dates.csv", "decisions.csv", "access-log.en.csv", "Verify.java");
        assertThat(files.get("access-log.en.csv")).contains("exported");
    }

    @Test
    void theStandAloneVerifierNamesWhatWasChangedInTheDatabase() throws Exception {
        String reference = open(UsualAnswers.concern());
        sealed(reference, "bundle");
        jdbc.update(
                "UPDATE ledger_entry SET actor_user = 'sioned' WHERE seq = 2 AND chain = (SELECT id FROM ledger_chain"
                        + " WHERE case_reference = ? AND name = 'case')",
                reference);
        assertThat(verified(sealed(reference, "bundle"))).contains("NOT SOUND", "Chain case: entry 2 was changed");
    }

    @Test
    void whatTheReporterWroteIsWithheldAndListed() throws Exception {
        String reference = open(UsualAnswers.concern());
        byte[] bundle = sealed(reference, "bundle&profile=reporter");
        Map<String, String> files = unpacked(bundle);
        assertThat(verified(bundle)).contains("Sound:");
        assertThat(files.get("manifest.json")).contains("\"why\":\"recorded by the reporter\"");
        assertThat(files.get("chronology.en.html")).doesNotContain("Full name").contains("is withheld");
        assertThat(files.get("entries/case.ndjson").lines().findFirst().orElseThrow())
                .doesNotContain("\"key\"");
    }

    @Test
    void aBundleWithoutAnswersIsSoundAndSaysInBothLanguagesWhatItKeepsBackAndWhatNot() throws Exception {
        String reference = open(UsualAnswers.concern());
        byte[] bundle = sealed(reference, "bundle&profile=answers");
        Map<String, String> files = unpacked(bundle);
        assertThat(verified(bundle)).contains("Sound:");
        assertThat(files.get("manifest.json")).contains("\"why\":\"holds what somebody wrote\"");
        assertThat(files.get("entries/case.ndjson").lines().findFirst().orElseThrow())
                .doesNotContain("\"key\"");
        assertThat(files.get("removed.en.html")).contains("Entry 1, ", "user names of the staff");
        assertThat(files.get("removed.cy.html")).contains("Cofnod 1, ", "enwau defnyddiwr");
        assertThat(String.join("", files.values())).doesNotContain(name());
    }

    @Test
    void aWholeBundleSaysThatItKeepsNothingBack() throws Exception {
        Map<String, String> files = unpacked(sealed(open(UsualAnswers.concern()), "bundle"));
        assertThat(files.get("removed.en.html"))
                .contains("every entry can be read")
                .doesNotContain("Entry 1, ");
    }

    private static String name() {
        List<?> children = (List<?>) UsualAnswers.concern().get("children");
        return String.valueOf(((Map<?, ?>) children.get(0)).get("fullName"));
    }

    @Test
    void markupAndFormulasInAnswersDoNothing() throws Exception {
        Map<String, Object> answers = new TreeMap<>(UsualAnswers.concern());
        answers.put("accountOfConcern", "=cmd|' /C calc'!A0 <script>alert(1)</script> & more than enough words of it");
        String reference = open(answers);
        Map<String, String> files = unpacked(sealed(reference, "bundle"));
        assertThat(files.get("chronology.en.html")).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void hostileWordsInEveryAnswerAreWordsInEveryFormat() throws Exception {
        String reference = open(hostile(UsualAnswers.concern()));

        try (PDDocument pdf = Loader.loadPDF(export("auditor", reference, "pdf").body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<script>alert(1)</script>");
        }
        Map<String, String> bundle = unpacked(sealed(reference, "bundle"));
        assertThat(bundle.get("chronology.cy.html")).contains("&lt;script&gt;").doesNotContain("<script>");
        for (String table : List.of("dates.csv", "decisions.csv", "access-log.en.csv", "access-log.cy.csv")) {
            assertNoFormula(String.valueOf(bundle.get(table)));
        }
        assertNoFormula(text(reference, "csv&names=true"));
        assertThat(LogSchemas.faultsOfXes(text(reference, "xes&names=true"))).isEmpty();
        assertThat(text(reference, "xes&names=true")).doesNotContain("alert(1)");
        String ocel = text(reference, "ocel&names=true");
        assertThat(LogSchemas.faultsOfOcel(ocel)).isEmpty();
        assertThat(ocel).contains("<script>alert(1)</script>").doesNotContain("\u200E");
    }

    @Test
    void whatLeavesForAnalystsNamesNobodyUnlessNamesAreAskedFor() throws Exception {
        String reference = open(UsualAnswers.concern());
        for (String format : List.of("csv", "xes", "ocel")) {
            HttpResponse<byte[]> quiet = export("auditor", reference, format);
            String told = new String(quiet.body(), StandardCharsets.UTF_8);
            assertThat(told)
                    .contains("person-")
                    .doesNotContain(reference, "education.W06000015,", "org:resource\" value=\"education");
            assertThat(String.valueOf(quiet.headers().map())).contains("case-").doesNotContain(reference);
            assertThat(text(reference, format + "&names=true"))
                    .contains("education.W06000015")
                    .doesNotContain("person-");
        }
        assertThat(text(reference, "ocel&names=true")).contains(reference);
    }

    @Test
    void aPseudonymIsTheSameInEveryExport() throws Exception {
        String reference = open(UsualAnswers.concern());
        assertThat(pseudonyms(text(reference, "xes"))).isNotEmpty().isEqualTo(pseudonyms(text(reference, "csv")));
        assertThat(pseudonyms(text(reference, "ocel")))
                .isEqualTo(pseudonyms(text(open(UsualAnswers.concern()), "ocel")));
    }

    @Test
    void theLookOfAnExportTellsTheFormatAndWhetherNamesWereAskedFor() throws Exception {
        String reference = open(UsualAnswers.concern());
        text(reference, "xes&names=true");
        text(reference, "ocel");
        String looks = unpacked(sealed(reference, "bundle")).get("access-log.en.csv");
        assertThat(looks).contains("exported the case as xes and asked for names.", "exported the case as ocel.");
    }

    private static TreeSet<String> pseudonyms(String log) {
        return Pattern.compile("person-[0-9a-f]{16}")
                .matcher(log)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertNoFormula(String table) throws IOException {
        try (CSVParser rows = CSVParser.parse(table, CSVFormat.RFC4180)) {
            for (CSVRecord row : rows) {
                assertThat(row.stream()).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r\\n-].*|.*[\u200E\u202E].*"));
            }
        }
    }

    private String text(String reference, String format) throws Exception {
        HttpResponse<byte[]> response = export("auditor", reference, format);
        assertThat(response.statusCode()).isEqualTo(200);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Every answer in words begins like a formula and holds markup and a mark that turns the direction of writing. */
    @SuppressWarnings("unchecked")
    private static <T> T hostile(T answer) {
        if (answer instanceof Map<?, ?> map) {
            Map<Object, Object> bent = new TreeMap<>(map);
            bent.replaceAll((key, value) -> hostile(value));
            return (T) bent;
        }
        if (answer instanceof List<?> list) {
            return (T) list.stream().map(ExportApiTests::hostile).toList();
        }
        return answer instanceof String text && text.contains(" ")
                ? (T) ("=1+1 <script>alert(1)</script> ]]>&\u200E " + text)
                : answer;
    }

    @Test
    void thePdfIsTaggedNamesItsLanguageAndHasEveryLetterOfWelsh() throws Exception {
        Map<String, Object> answers = new TreeMap<>(UsualAnswers.concern());
        answers.put("accountOfConcern", "Dŵr, tŷ, gwên, ïon – a’r gair “ŵyr”.");
        String reference = open(answers);
        try (PDDocument pdf = Loader.loadPDF(export("auditor", reference, "pdf").body())) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentInformation().getTitle()).contains(reference);
            assertThat(new PDFTextStripper().getText(pdf)).contains("Dŵr, tŷ, gwên, ïon", "Entry 1, ");
        }
    }

    @Test
    void whatSomebodySearchedForIsWithheldWithTheAnswers() throws Exception {
        String reference = open(UsualAnswers.concern());
        var auditor = new Viewer("auditor", "auditor", "wales", Set.of());
        access.open(auditor, reference, Look.SEARCH_HIT, Map.of("sought", "Angharad Sought"));

        byte[] bundle = sealed(reference, "bundle&profile=answers");

        assertThat(verified(bundle)).contains("Sound:");
        assertThat(unpacked(bundle).entrySet())
                .noneMatch(file -> file.getValue().contains("Angharad Sought"));
        assertThat(verified(bundle, "--body", "access:1")).doesNotContain("Angharad Sought");
        assertThat(verified(sealed(reference, "bundle"), "--body", "access:1")).contains("Angharad Sought");
    }

    @Test
    void diagramsAreInTheBundleAndInThePdfAreFiguresThatSayWhatTheyShow() throws Exception {
        String reference = open(UsualAnswers.concern());
        Map<String, String> files = unpacked(sealed(reference, "bundle"));
        assertThat(files.get("diagrams/walk-safeguarding-case-v1.cy.svg")).startsWith("<svg ");
        assertThat(files.get("chronology.en.html")).contains("id=\"walk-section-130-report-v1\"", "times taken: 1 (");
        byte[] exported = export("auditor", reference, "pdf").body();
        try (PDDocument pdf = Loader.loadPDF(exported)) {
            List<String> described = new ArrayList<>();
            figures(pdf.getDocumentCatalog().getStructureTreeRoot(), described);
            assertThat(described).hasSizeGreaterThanOrEqualTo(2).allSatisfy(text -> assertThat(text)
                    .contains("with the way that the case took through it"));
        }
    }

    private static void figures(PDStructureNode node, List<String> described) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("Figure".equals(element.getStructureType())) {
                    described.add(element.getAlternateDescription());
                }
                figures(element, described);
            }
        }
    }

    @Test
    void nobodyButAnAuditorTakesACaseOut() throws Exception {
        String reference = open(UsualAnswers.concern());
        assertThat(export("education.W06000015", reference, "csv").statusCode()).isEqualTo(404);
        assertThat(export("auditor", "DGL-2027-999999", "csv").statusCode()).isEqualTo(404);
        assertThat(export("auditor", reference, "doc").statusCode()).isEqualTo(400);
    }

    private byte[] sealed(String reference, String format) throws Exception {
        seals.seal();
        seals.sign();
        HttpResponse<byte[]> response = export("auditor", reference, format);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<byte[]> export(String user, String reference, String format) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((user + ":test").getBytes(StandardCharsets.UTF_8));
        URI uri = URI.create("http://127.0.0.1:%d/api/v1/cases/%s/export?format=%s".formatted(port, reference, format));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Basic " + credentials)
                .header("Accept-Language", "en")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private String verified(byte[] bundle, String... options) throws IOException {
        Path file = Files.write(folder.resolve("bundle.zip"), bundle);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        Verify.run(arguments.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> unpacked(byte[] bundle) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private String open(Map<String, Object> answers) {
        Answer opened =
                Caller.nobody(port).as("education.W06000015").post("/api/v1/concerns", Map.of("answers", answers));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return Answer.word(opened.list("cases").get(0), "reference");
    }
}
