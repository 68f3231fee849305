package dev.fieldservice.billing.margins;

import dev.fieldservice.billing.periods.Days;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws margins: a bar of revenue above one of its costs for each, and in words what is left. All that it says in colours it says in
 * words too, for whoever hears it read or prints it in black.
 */
record MarginPlot(MarginBy by, Days days, String currency) {

    static final String TYPE = "image/svg+xml;charset=UTF-8";

    private static final int MONTHS = 24;
    private static final int LARGEST = 20;
    private static final int LONGEST_NAME = 30;

    private static final int WIDTH = 1100;
    private static final int BARS_FROM = 230;
    private static final int BARS_WIDTH = 560;
    private static final int HEAD = 96;
    private static final int ROW = 46;
    private static final int FOOT = 20;

    private static final String REVENUE = "#1f4e79";
    private static final String PARTS = "#b5541c";
    private static final String LABOUR = "#e08e45";
    private static final String TRAVEL = "#f3c99f";
    private static final String KILOMETRES = "#8c8c8c";

    private static final String PAGE = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" \
            aria-labelledby="title desc" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="13" fill="#222">
            <title id="title">%3$s</title>
            <desc id="desc">%4$s</desc>
            <rect width="%1$d" height="%2$d" fill="#fff"/>
            <text x="16" y="28" font-size="17" font-weight="600">%3$s</text>
            %5$s</svg>
            """;

    private static final String GROUP = """
            <g><title>%s</title>
            <text x="%d" y="%d" text-anchor="end">%s</text>
            %s<text x="%d" y="%d" fill="%s" stroke="#fff" stroke-width="3" paint-order="stroke">%s</text></g>
            """;

    /** How many are drawn. */
    int most() {
        return by.isInTime() ? MONTHS : LARGEST;
    }

    /** @param found in the order of the list or, months, the newest first */
    String draw(List<Margin> found) {
        List<Margin> shown = by.isInTime() ? found.reversed() : found;
        int height = HEAD + Math.max(shown.size(), 1) * ROW + FOOT;
        String title = "Margin by %s, %s to %s, %s"
                .formatted(by.name().toLowerCase(Locale.ROOT), days.from(), days.to(), currency);
        String words = shown.stream().map(MarginPlot::words).collect(Collectors.joining("; "));
        String body = shown.isEmpty()
                ? text(BARS_FROM, HEAD + FOOT, "No job was closed in these days.")
                : legend() + grid(shown, height) + rows(shown);
        return PAGE.formatted(WIDTH, height, escaped(title), escaped(words), body);
    }

    private static String legend() {
        List<String> colours = List.of(REVENUE, PARTS, LABOUR, TRAVEL, KILOMETRES);
        List<String> names =
                List.of("Revenue", "Cost of parts", "Cost of labour", "Cost of travel", "Cost of kilometres");
        return IntStream.range(0, colours.size())
                .mapToObj(i -> box(new BigDecimal(BARS_FROM + i * 140), 44, new BigDecimal(12), 12, colours.get(i))
                        + text(BARS_FROM + i * 140 + 18, 55, names.get(i)))
                .collect(Collectors.joining(
                        "", "", text(BARS_FROM + colours.size() * 140, 55, "Beside the bars: margin")));
    }

    private static String grid(List<Margin> shown, int height) {
        PlotScale scale = scale(shown);
        return scale.amounts().stream()
                .map(amount -> {
                    String x =
                            scale.length(amount).add(new BigDecimal(BARS_FROM)).toPlainString();
                    return """
                            <line x1="%1$s" x2="%1$s" y1="%2$d" y2="%3$d" stroke="#ddd"/>
                            <text x="%1$s" y="%4$d" text-anchor="middle" font-size="11" fill="#555">%5$s</text>
                            """.formatted(x, HEAD - 8, height - FOOT, HEAD - 14, amount("#,##0.##", amount));
                })
                .collect(Collectors.joining());
    }

    private static PlotScale scale(List<Margin> shown) {
        BigDecimal largest = shown.stream()
                .flatMap(m -> Stream.of(m.revenue().amount(), m.cost().amount()))
                .reduce(BigDecimal.ONE, BigDecimal::max);
        return PlotScale.of(largest, BARS_WIDTH);
    }

    private static String rows(List<Margin> shown) {
        PlotScale scale = scale(shown);
        return IntStream.range(0, shown.size())
                .mapToObj(i -> row(shown.get(i), HEAD + i * ROW, scale))
                .collect(Collectors.joining());
    }

    private static String row(Margin m, int top, PlotScale scale) {
        String margin = money(m.margin().amount())
                + Optional.ofNullable(m.marginPercent())
                        .map(percent -> " (" + percent.toPlainString() + " %)")
                        .orElse("")
                + missing(m);
        BigDecimal longest = scale.length(m.revenue().amount().max(m.cost().amount()));
        int beside = BARS_FROM + longest.intValue() + 10;
        String colour = m.margin().amount().signum() < 0 ? "#a40000" : "#222";
        return GROUP.formatted(
                escaped(words(m)),
                BARS_FROM - 10,
                top + 24,
                escaped(shortened(name(m))),
                bars(m, top, scale),
                beside,
                top + 24,
                colour,
                escaped(margin));
    }

    private static String bars(Margin m, int top, PlotScale scale) {
        BigDecimal start = new BigDecimal(BARS_FROM);
        BigDecimal parts = scale.length(m.partsCost().amount());
        BigDecimal labour = scale.length(m.labourCost().amount());
        BigDecimal travel = scale.length(m.travelCost().amount());
        BigDecimal driven = scale.length(m.kilometresCost().amount());
        return box(start, top + 2, scale.length(m.revenue().amount()), 16, REVENUE)
                + box(start, top + 20, parts, 14, PARTS)
                + box(start.add(parts), top + 20, labour, 14, LABOUR)
                + box(start.add(parts).add(labour), top + 20, travel, 14, TRAVEL)
                + box(start.add(parts).add(labour).add(travel), top + 20, driven, 14, KILOMETRES);
    }

    private static String box(BigDecimal x, int y, BigDecimal width, int height, String colour) {
        return "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>\n"
                .formatted(x.toPlainString(), y, width.toPlainString(), height, colour);
    }

    private static String text(int x, int y, String words) {
        return "<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(x, y, escaped(words));
    }

    private static String words(Margin m) {
        return "%s: revenue %s, parts %s, labour %s, travel %s, kilometres %s, margin %s%s"
                .formatted(
                        name(m),
                        money(m.revenue().amount()),
                        money(m.partsCost().amount()),
                        money(m.labourCost().amount()),
                        money(m.travelCost().amount()),
                        money(m.kilometresCost().amount()),
                        money(m.margin().amount()),
                        missing(m));
    }

    /** The margin is too high by these. */
    private static String missing(Margin m) {
        long missing = m.usagesWithoutCost() + m.hoursWithoutCost() + m.journeysWithoutCost();
        return missing == 0 ? "" : ", %d without a cost".formatted(missing);
    }

    private static String name(Margin m) {
        return Optional.ofNullable(m.name())
                .or(() -> Optional.ofNullable(m.key()))
                .orElse("none");
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private static String money(BigDecimal amount) {
        return amount("#,##0.00", amount);
    }

    private static String amount(String pattern, BigDecimal amount) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('\u00a0');
        return new DecimalFormat(pattern, symbols).format(amount);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
