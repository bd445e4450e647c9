package dev.baton.board;

/** A rectangle of the diagram, in pixels from its upper left. */
record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    Point middle() {
        return new Point(x + width / 2, y + height / 2);
    }

    boolean surrounds(Box other) {
        return other.x > x && other.y > y && other.right() < right() && other.bottom() < bottom();
    }

    /** To whole pixels, as Modeler does with shapes. */
    Box rounded() {
        return new Box(Math.round(x), Math.round(y), Math.round(width), Math.round(height));
    }
}
