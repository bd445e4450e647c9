package dev.baton.board;

/** A point of the diagram, or a way to go from one. */
record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The point so many pixels from here to another. */
    Point towards(Point other, double pixels) {
        var part = distance(other) == 0 ? 0 : pixels / distance(other);
        return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
    }

    Point middle(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }
}
