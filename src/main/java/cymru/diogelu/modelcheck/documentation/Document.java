package cymru.diogelu.modelcheck.documentation;

/** One of the documents that are written from the models. */
interface Document {

    /** The beginning of its file's name; its title stands in the words under the same. */
    String name();

    void write(Speech speech, Page page);
}
