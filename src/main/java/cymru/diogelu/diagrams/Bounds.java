package cymru.diogelu.diagrams;

/** A rectangle in the coordinates of a model. */
record Bounds(double x, double y, double width, double height) {

    static Bounds around(Point middle, double width, double height) {
        return new Bounds(middle.x() - width / 2, middle.y() - height / 2, width, height);
    }

    Point middle() {
        return new Point(x + width / 2, y + height / 2);
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    Bounds shrunk(double by) {
        return new Bounds(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by));
    }

    Bounds with(Bounds other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Bounds(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    boolean meets(Bounds other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
