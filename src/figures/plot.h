/*
 * Figures by gnuplot, its only user. A figure is a template and rows of numbers. plot_write() turns it into
 * <folder>/<name>.gp (a style, the rows, and the template, which lays them out), <name>.csv (the rows)
 * and, when gnuplot is there, <name>.svg, <name>.pdf and <name>.png. The CSV has the columns panel, series, kind, x,
 * value, low and high; x is a category's name where the figure has categories. Strings may be NULL, which is "", but
 * for the figure's name.
 */
#ifndef NORMLAB_FIGURES_PLOT_H
#define NORMLAB_FIGURES_PLOT_H

#include <stdbool.h>

/* What a row says of y at x. */
enum plot_kind {
    PLOT_MEAN,   /* or the value of a single trial */
    PLOT_MEDIAN, /* of the seeds */
    PLOT_INTERVAL, /* y is the mean of the seeds, low and high its interval; one whose x is NaN ends a band */
    PLOT_PRINTED, /* a value published elsewhere, a hollow point */
    PLOT_THEORY,  /* a value that theory gives; dashed, without points */
    PLOT_BAND, /* low to high are the ends of a band, y its number from the widest on, which is 0 */
    PLOT_SEED, /* a trial. In a figure with `seed_lines`, one whose x is NaN ends a seed's line */
    PLOT_LOST, /* y trials have no value: marks above the panel, with their number */
    PLOT_REFUSED, /* y trials were refused; only a heat map shows them */
    PLOT_MARGIN, /* a forest: low to high is where the claim says that the mean is; equal ends: a tick */
    PLOT_TRIALS, /* a forest: y seeds have a value */
    PLOT_STAR,   /* a forest: a star stands behind the numbers */
    PLOT_KINDS
};

struct plot_row {
    enum plot_kind kind;
    int panel, series; /* indices */
    double x, y;       /* a y that is NaN is a gap in the line */
    double low, high;  /* ends of a range or interval around y; NaN: none */
};

/* How a series is drawn. */
enum plot_look { LOOK_LINE, LOOK_PRINTED, LOOK_THEORY };

/* A line of the key, and what belongs to it in all panels. */
struct plot_series {
    char *label; /* literal text: "groupnorm groups=8" */
    /* its first word chooses colour, point and dash in templates/style.gp: "groupnorm" */
    char *style;
    enum plot_look look;
    bool reference; /* small multiples: stands faint behind the lines of all panels */
};

struct plot_panel {
    char *title;
    char *note; /* small, under the title: "instancenorm: refused (one element a group)"; or "" */
    /* A forest's panels have axes of their own: their label, and whether x are ratios, with a line at 1. */
    char *x_label;
    bool ratio;
};

/* A thin grey line at y from edge to edge of a panel, with a short label: "chance", "none". A y that is NaN: none. */
struct plot_guide {
    int panel;
    double y;
    char *label;
};

/* The page that a figure is laid out for; 0: the template's own, 7 inches and 8 points. */
struct plot_page {
    double width;     /* inches: 3.4 is a column of a paper, 7 are two */
    double font_size; /* points */
};

/* gnuplot's statements that stand before and after templates/style.gp (style.h); NULL: none. */
struct plot_style {
    const char *before, *after;
};

/* A figure's kind: a file templates/NAME.gp, and a line in templates.def. PLOT_LINES: over numbers. PLOT_HEAT: a row for
 * each series, a column for each category, the median as colour and number. PLOT_BARS: over categories, from zero to each
 * median. PLOT_MULTIPLES: each line in a small panel of its own, the others faint; where some lines are references,
 * these alone are faint, and in the key. PLOT_BANDS: nested bands with a line, in small panels. PLOT_RANGES: see-through
 * bands from low to high. PLOT_SCATTER: a point for each series, with its name beside it; each seed has its own x.
 * PLOT_FOREST: a row for each category, a claim; series are verdicts. PLOT_CATEGORIES: points side by side. */
enum plot_template {
#define TEMPLATE(id, ...)       PLOT_##id,
#define INNER_TEMPLATE(id, ...) PLOT_##id,
#include "figures/templates.def"
#undef TEMPLATE
#undef INNER_TEMPLATE
};

/* What x are in a kind of figure: numbers; words, the names of categories; numbers and, where some value is a word,
 * categories: such a figure is drawn as PLOT_CATEGORIES; or a metric of the trials. */
enum plot_x { PLOT_X_NUMBERS, PLOT_X_WORDS, PLOT_X_EITHER, PLOT_X_METRIC };
enum plot_x plot_template_x(enum plot_template t);

/* a line with more points than this is a curve: over an axis, and over training */
enum { PLOT_CURVE_FROM = 12, PLOT_TRAINING_FROM = 5 };

struct plot_figure {
    enum plot_template template;
    struct plot_page page;
    struct plot_style style;
    char *name; /* file name without suffix */
    char *title, *x_label, *y_label;
    char *caption; /* small, under the title: what lines, marks and bands are */
    char *lost;    /* a word for what befell lost trials; NULL: "diverged" */
    /* 0: linear; 2: ticks at 2, 4, 8, ...; 10: at powers of ten. When x are few, ticks are theirs. An axis is linear
     * all the same when a value is not positive. y is logarithmic, to base ten, when asked for, or where a linear axis
     * would squash most medians; its label then says so. Bars begin at zero, and are never logarithmic. */
    int x_log;
    bool y_log10;
    bool curve;      /* lines have so many points that intervals are a band */
    bool seed_lines; /* seeds are drawn as lines, not as points */
    bool band;       /* bands of many series lie one upon the other, and so have edges */
    /* With categories, x = 1 to `categories` are these names ("before", "after") and have no order. */
    char **category;
    int categories;
    struct plot_series *series;
    int count;
    struct plot_panel *panel;
    int panels;
    struct plot_guide *guide;
    int guides;
    struct plot_row *row; /* those of a panel and series stand together, medians first, by x */
    int rows;
};

/* Add to the figure, which takes over the strings. They return the index of what was added. plot_series_index() adds a
 * series only when there is none with its label, look and style's first word. */
int plot_add_panel(struct plot_figure *f, char *title);
int plot_series_index(struct plot_figure *f, const char *label, const char *style,
                      enum plot_look look);
void plot_add_row(struct plot_figure *f, struct plot_row row);

/* True when two styles begin with the same word: "groupnorm groups=8", "groupnorm:groups=8" and "groupnorm; noise". */
bool plot_same_style(const char *a, const char *b);

void plot_figure_clear(struct plot_figure *f);

#define PLOT_NO_PICTURES 1

/* The formats of pictures, and those that are drawn unless others are asked for. `tex` is for LaTeX: TikZ, to be
 * \input. */
#define PLOT_FORMATS "svg pdf png tex"
#define PLOT_ALL     "svg pdf png"

/* Writes the figure, drawn in the formats, words of PLOT_FORMATS ("": none) and in the others that are there already,
 * so that no picture is of an older script. 0; PLOT_NO_PICTURES without a message when gnuplot is missing: the .gp and
 * .csv are written, and whoever has written the last figure calls plot_warn_missing() once; or -1 after a message: the
 * folder cannot be written, gnuplot fails, or a picture is not whole. Forked processes may draw figures of different
 * names into one folder, or into neighbours, at once.
 *
 * A picture replaces an older one only when it is whole, from its first byte to its last. gnuplot reads no file of the
 * folder and writes none into it. */
int plot_write(const struct plot_figure *figure, const char *folder, const char *formats);

/* One warning for all figures in folder: nothing was drawn, what to install, what to do then. */
void plot_warn_missing(const char *folder);

/* Draws it as text on standard output, with gnuplot's dumb terminal, `width` columns wide. 0, or -1 after a message, as
 * without gnuplot. folder: where plot_write() writes it, for messages. */
int plot_terminal(const struct plot_figure *figure, const char *folder, int width);

/* "gnuplot 5.4 patchlevel 4", or "" when there is none. Points to a new string. */
char *plot_version(void);

#endif
