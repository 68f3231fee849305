package dev.fieldservice.players.company;

import dev.fieldservice.players.forms.OfficeForms;

/** What the company uses on its jobs, what it charges for it and what it pays for it, in lei per unit. */
public enum Article {
    VALVE("TXV", "Ventil de expansiune TXV", "EA", true, "389.90", "212.40"),
    REFRIGERANT("R449A", "Agent frigorific R-449A", "KGM", false, "214.55", "98.10"),
    FILTER("FLT", "Filtru deshidrator", "EA", false, "389.90", "212.40"),
    CIRCUIT_BOARD("PLC", "Placă electronică, ultima din raft", "EA", false, "1049.99", "611.00");

    private final String number;
    private final String title;
    private final String unit;
    private final boolean serialised;
    private final String price;
    private final String cost;

    Article(String number, String title, String unit, boolean serialised, String price, String cost) {
        this.number = number;
        this.title = title;
        this.unit = unit;
        this.serialised = serialised;
        this.price = price;
        this.cost = cost;
    }

    /** The form by which it is registered as something that is bought when there is less of it. */
    public String reordered(String reorderPoint) {
        return OfficeForms.reordered(number, title, unit, serialised, reorderPoint);
    }

    public String number() {
        return number;
    }

    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }

    /** Whether each piece has a number of its own. */
    public boolean isSerialised() {
        return serialised;
    }

    public String price() {
        return price;
    }

    /** To the company. */
    public String cost() {
        return cost;
    }
}
