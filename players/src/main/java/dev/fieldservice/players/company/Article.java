package dev.fieldservice.players.company;

/** What the company uses on its jobs, and what it charges for it in lei per unit. */
public enum Article {
    VALVE("TXV", "Ventil de expansiune TXV", "EA", true, "389.90"),
    REFRIGERANT("R449A", "Agent frigorific R-449A", "KGM", false, "214.55"),
    FILTER("FLT", "Filtru deshidrator", "EA", false, "389.90"),
    CIRCUIT_BOARD("PLC", "Placă electronică, ultima din raft", "EA", false, "1049.99");

    private final String number;
    private final String title;
    private final String unit;
    private final boolean serialised;
    private final String price;

    Article(String number, String title, String unit, boolean serialised, String price) {
        this.number = number;
        this.title = title;
        this.unit = unit;
        this.serialised = serialised;
        this.price = price;
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
}
