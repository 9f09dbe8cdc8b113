package cymru.diogelu.modelcheck.templates;

import cymru.diogelu.language.Bilingual;

/** What a designer is asked. The Modeler has no Welsh of its own, so that both languages stand in each label. */
record Question(Bilingual words, Bilingual hint) {

    String label() {
        return both(words);
    }

    String help() {
        return both(hint);
    }

    static String both(Bilingual words) {
        return words.en().equals(words.cy()) ? words.en() : words.en() + " · " + words.cy();
    }
}
