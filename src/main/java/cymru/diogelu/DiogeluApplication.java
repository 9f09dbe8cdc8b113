package cymru.diogelu;

import cymru.diogelu.operations.Commands;
import cymru.diogelu.operations.ParentProcess;
import java.util.TimeZone;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Diogelu: the Wales Safeguarding Procedures for children as executable models. */
@SpringBootApplication
public class DiogeluApplication {

    /** Before anything reads the time zone: databases hold instants as wall time of the program. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        ParentProcess.endWithIt();
        Commands.run(DiogeluApplication.class, args);
    }
}
