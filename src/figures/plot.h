/*
 * Figures that gnuplot draws; only src/figures runs gnuplot. A figure is a template and rows of numbers. plot_write()
 * makes files of it: <folder>/<name>.gp (a style, the rows, and the template, which lays them out), <name>.csv (the
 * rows) and, when gnuplot is installed, <name>.svg, <name>.pdf and <name>.png. The CSV has the columns panel, series,
 * kind, x, value, low and high; where the figure has categories, x is a category's name. A string that is NULL counts
 * as ""; only the figure's name must not be NULL.
 */
#ifndef NORMLAB_FIGURES_PLOT_H
#define NORMLAB_FIGURES_PLOT_H

#include <stdbool.h>

/* What a row is. */
enum plot_kind {
    PLOT_MEAN,    /* y is the mean over the seeds, or the value of a single trial */
    PLOT_MEDIAN,  /* y is the median over the seeds */
    PLOT_INTERVAL, /* y is the mean over the seeds, low and high its interval; a row whose x is NaN ends a band */
    PLOT_PRINTED, /* y is a value published elsewhere: a hollow point */
    PLOT_THEORY,  /* y is a value that theory gives: a dashed line without points */
    PLOT_BAND, /* low and high are the ends of a band; y is its number, 0 for the widest, then 1 and so on */
    PLOT_SEED, /* y is the value of one trial or seed. With `seed_lines`, a row whose x is NaN ends the trial's line */
    PLOT_UNSUCCESSFUL, /* y is the number of unsuccessful trials at x, which have no value: a mark above the panel */
    PLOT_REFUSED, /* y is the number of refused trials at x; only a heat map shows them */
    /* Only in a forest: */
    PLOT_MARGIN, /* the claim says that the mean is between low and high; when both are equal, a tick is drawn there */
    PLOT_TRIALS, /* y is the number of seeds that have a value */
    PLOT_STAR,   /* a star stands after the numbers: the verdict is weak */
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
    bool reference; /* in small multiples: the line stands faint behind the others in all panels */
};

struct plot_panel {
    char *title;
    char *note; /* small text under the title, as "instancenorm refused at batch 1"; or "" */
    /* Only in a forest, where each panel has an x axis of its own: */
    char *x_label;
    /* x are ratios: the axis is logarithmic, and the line of no difference is at 1, not at 0 */
    bool ratio;
};

/* A thin grey line at y from edge to edge of a panel, with a short label, as "none". It is not drawn when y is NaN. */
struct plot_guide {
    int panel;
    double y;
    char *label;
};

/* The page that a figure is laid out for. 0: the template chooses. */
struct plot_page {
    /* in inches: a column of a paper has 3.4, two have 7. The template's own: 7, or 3.4 for a small figure */
    double width;
    double font_size; /* in points; the template's own: 8 */
};

/* Statements of gnuplot that stand before and after those of templates/style.gp (style.h); NULL: none. */
struct plot_style {
    const char *before, *after;
};

/* A figure's kind, one for each line of templates.def.
 *
 *   PLOT_LINES       lines over numbers
 *   PLOT_HEAT        a heat map: a row for each series, a column for each category; the median is a colour and a number
 *   PLOT_BARS        for each category, bars from zero to the medians of the series
 *   PLOT_MULTIPLES   each line in a small panel of its own, with the others faint behind it; where some lines are
 *                    references, only these are faint behind all panels, and the key names them
 *   PLOT_BANDS       a line with nested bands for each series, in small panels
 *   PLOT_RANGES      lines over numbers, with a see-through band from low to high
 *   PLOT_SCATTER     a point for each series, with its name beside it; each seed has an x of its own
 *   PLOT_FOREST      a row for each category, which is a claim; series are verdicts
 *   PLOT_CATEGORIES  for each category, points of the series side by side
 */
enum plot_template {
#define TEMPLATE(id, ...)       PLOT_##id,
#define INNER_TEMPLATE(id, ...) PLOT_##id,
#include "figures/templates.def"
#undef TEMPLATE
#undef INNER_TEMPLATE
};

/* What x are in a kind of figure. */
enum plot_x {
    PLOT_X_NUMBERS,
    PLOT_X_WORDS, /* the names of categories */
    PLOT_X_EITHER, /* numbers; but categories when some value is a word, and the figure is drawn as PLOT_CATEGORIES */
    PLOT_X_METRIC, /* a metric of the trials */
};
enum plot_x plot_template_x(enum plot_template t);

/* A line with more points than this, over an axis or over training, is drawn as a curve: with bands, and with marks at a few
 * points only. */
enum { PLOT_CURVE_FROM = 12, PLOT_TRAINING_FROM = 5 };

struct plot_figure {
    enum plot_template template;
    struct plot_page page;
    struct plot_style style;
    char *name; /* of the files, without suffix */
    char *title, *x_label, *y_label;
    char *caption; /* small text under the title: what lines, marks and bands are */
    char *unsuccessful_word; /* why trials are unsuccessful, as "not reached"; NULL: "diverged" */
    /* The base of a logarithmic x axis, 2 or 10; 0: the axis is linear. It is also linear when an x is not positive.
     * Ticks are at the values of x when these are few. */
    int x_log;
    /* The y axis is logarithmic, to base ten. When y_log10 is false, the axis is still logarithmic where a linear one
     * would squash most means, and its label then says so. It is always linear when a y is not positive, and with bars,
     * which begin at zero. */
    bool y_log10;
    bool curve;      /* lines have so many points that the intervals are drawn as bands */
    bool seed_lines; /* each seed is drawn as a line, not as points */
    /* the bands come from a band metric (struct figure_request): as they overlap, their edges are drawn */
    bool band;
    /* With categories, x from 1 to `categories` stand for these names, which have no order. */
    char **category;
    int categories; /* 0: x are numbers */
    struct plot_series *series;
    int count; /* of series */
    struct plot_panel *panel;
    int panels;
    struct plot_guide *guide;
    int guides;
    struct plot_row
        *row; /* rows of a panel and series stand together: medians first, in the order of x */
    int rows;
};

/* Adds a panel to the figure, which takes over the title. Returns the panel's index. */
int plot_add_panel(struct plot_figure *f, char *title);

/* Returns the index of the series with this label, look and first word of the style. Adds the series when there is
 * none; it gets copies of the strings. */
int plot_series_index(struct plot_figure *f, const char *label, const char *style,
                      enum plot_look look);

void plot_add_row(struct plot_figure *f, struct plot_row row);

/* True when two styles begin with the same word, as "groupnorm groups=8", "groupnorm:groups=8" and "groupnorm; noise"
 * do. */
bool plot_same_style(const char *a, const char *b);

/* Frees all that the figure has, and sets it to zero. */
void plot_figure_clear(struct plot_figure *f);

#define PLOT_NO_PICTURES 1 /* plot_write() returns it when gnuplot is missing */

/* The formats of pictures, and those that are drawn unless others are asked for. `tex` is TikZ, to be \input in a LaTeX
 * document. */
#define PLOT_FORMATS "svg pdf png tex"
#define PLOT_ALL     "svg pdf png"

/* Writes the files of a figure into the folder, which it makes when it is missing. formats: the pictures to draw, words
 * of PLOT_FORMATS; "": none. A picture in another format that already exists is drawn anew, too, so that none is older
 * than the .gp file.
 *
 * Returns 0. Returns PLOT_NO_PICTURES, without a message, when gnuplot is missing: the .gp and .csv files are written,
 * and the caller warns once, after the last figure, by plot_warn_missing(). Returns -1 after a message when the folder
 * cannot be written, gnuplot fails, or a picture is not complete.
 *
 * A picture replaces an older one only when it is complete. gnuplot reads no file of the folder and writes none into
 * it. Several processes may write figures of different names into one folder at the same time. */
int plot_write(const struct plot_figure *figure, const char *folder, const char *formats);

/* Prints one warning for all figures in the folder: gnuplot is missing and nothing was drawn; what to install, and what
 * to do then. */
void plot_warn_missing(const char *folder);

/* Draws a figure as text on standard output, `width` columns wide (gnuplot's terminal "dumb"). Returns 0, or -1 after a
 * message, also when gnuplot is missing. folder: where plot_write() would write the figure, for messages. */
int plot_terminal(const struct plot_figure *figure, const char *folder, int width);

/* Returns gnuplot's name and version, as "gnuplot 5.4 patchlevel 4", in a new string; "" when gnuplot is missing. */
char *plot_version(void);

#endif
