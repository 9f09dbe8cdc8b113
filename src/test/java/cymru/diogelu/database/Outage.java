package cymru.diogelu.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way to a database, over which a test decides: while it is closed, connections break and new ones are refused. */
public final class Outage implements AutoCloseable {

    private final ServerSocket door;
    private final int database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService carriers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "outage");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean away;

    /** @param database the port of the real database on this machine */
    public Outage(int database) {
        this.database = database;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        carriers.execute(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void begin() {
        away = true;
        open.forEach(Outage::end);
        open.clear();
    }

    public void end() {
        away = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                lead(door.accept());
            } catch (IOException closed) {
                // The door was closed: the loop ends.
            }
        }
    }

    private void lead(Socket client) {
        try {
            open.add(client);
            Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
            open.add(server);
            if (away) {
                end(client);
                end(server);
            }
            carriers.execute(() -> carry(client, server));
            carriers.execute(() -> carry(server, client));
        } catch (IOException databaseIsReallyAway) {
            end(client);
        }
    }

    private static void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException broken) {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public void close() throws IOException {
        begin();
        door.close();
        carriers.shutdownNow();
    }
}
