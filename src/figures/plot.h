/*
 * Figures by gnuplot, its only user. A figure is data; plot_write() turns it into
 * <folder>/<name>.gp (which carries its data in blocks and loads ../style.gp), <name>.csv, and,
 * when gnuplot is there, <name>.svg, <name>.pdf and <name>.png. The CSV has a row for each mean
 * (kind "mean" or "median", or "printed" in a series of marks: x, value, low, high), each seed ("seed": x,
 * value), each x with diverged trials ("diverged": x, their number) or refused ones ("refused"), and
 * each guide ("guide": no x, value); over categories, x is their name. Strings may be NULL, which is "",
 * but for the figure's name. Forest plots of claims are in plot_forest.h.
 */
#ifndef NORMLAB_FIGURES_PLOT_H
#define NORMLAB_FIGURES_PLOT_H

#include <stdbool.h>

struct plot_point {
    double x, y;
    double low, high; /* ends of a band around it; NaN: none */
    bool median;      /* y is no mean */
};

/* A line: means with a band, every seed as a faint point, and lost trials as marks on the panel's
 * upper edge, with their count. With more than 15 x it is a curve: it has a point now and then, and
 * shows seeds as lines or not at all. */
struct plot_series {
    char *label; /* legend entry, literal text: "groupnorm groups=8" */
    char *style; /* its first word chooses colour, point and dash in style.gp: "groupnorm" */
    struct plot_point *point; /* sorted by x */
    int points;
    double (*seed)[2]; /* x, y of every trial */
    int seeds;
    bool seed_lines;   /* a line for each trial, in the order of x, with NaN, NaN between two */
    double (*lost)[2]; /* x, number of diverged trials there */
    int losts;
    double (
        *refused)[2]; /* x, number of trials that were refused there; only a heat map shows them */
    int refusals;
    /* Values that were printed elsewhere, by a paper: hollow points above everything else, without
     * line, band or seeds. Style "printed" is black; that of a norm, its colour. */
    bool marks;
};

/* A thin grey line at y from edge to edge, with a short label: "chance", "none". NaN: none. */
struct plot_guide {
    double y;
    char *label;
};

struct plot_panel {
    char *title;
    struct plot_series *series;
    int count;
    struct plot_guide *guide; /* the y axis reaches to them, but a logarithmic one only to y > 0 */
    int guides;
    char *note; /* small, under the title: "instancenorm: refused (one element a group)"; or "" */
};

/* The page that a figure is laid out for; 0: the template's own, 7 inches and 8 points. */
struct plot_page {
    double width;     /* inches: 3.4 is a column of a paper, 7 are two */
    double font_size; /* points */
};

struct plot_figure {
    struct plot_page page;
    char *name; /* file name without suffix */
    char *title, *x_label, *y_label;
    char *caption; /* small, under the title: "mnist, 5 seeds: means; bands: ..."; or "" */
    /* 0: linear; 2: ticks at 2, 4, 8, ...; 10: at powers of ten. When x are few, ticks are theirs.
     */
    int x_log;
    /* A logarithmic axis is linear all the same when a value is not positive, or all of them are
     * one. y is logarithmic, to base ten, unasked where a linear axis would squash most means; its
     * label then says so, too.
     */
    bool y_log10;
    /* With categories, x = 1 to `categories` are these names ("before", "after") and have no order:
     * no lines; the series stand side by side, each band is a bar. x_log counts for nothing. */
    char **category;
    int categories;
    bool bars; /* over categories: a bar from zero to each mean; the y axis is linear */
    /* A heat map: a row for each series, a column for each category, the mean as colour and number;
     * `lost` and `refused` mark the cells without one. y_log10 is then that of the colours. */
    bool heat;
    bool multiples; /* lines over numbers: each in a small panel of its own, the others faint */
    bool band;      /* bands of many series lie one upon the other, and so have edges */
    struct plot_panel *panel;
    int panels; /* two or three a row */
    char *lost; /* a word for what befell lost trials; NULL: "diverged" */
};

const char *plot_lost_word(const struct plot_figure *figure);

#define PLOT_NO_PICTURES 1

#define PLOT_ALL "svg pdf png"

/* Writes the figure, drawn in all formats. 0; PLOT_NO_PICTURES without a message when gnuplot is
 * missing: the .gp and .csv are written, and whoever has written the last figure calls
 * plot_warn_missing() once; or -1 after a message: a folder that cannot be written; gnuplot failing or
 * drawing nothing.
 *
 * style.gp, above the folder, is written where there is none. One that differs from this normlab's is replaced, with one
 * warning, if its first line says that normlab wrote it; a user who changes it deletes that line, and it is kept. */
int plot_write(const struct plot_figure *figure, const char *folder);

/* The same with some formats alone, words of PLOT_ALL: "svg pdf", "". Pictures in the others that are there are drawn
 * anew as well; none is lost, and none is of an older script. Forked processes may draw figures of different names into
 * one folder, or into neighbours, at once. */
int plot_write_as(const struct plot_figure *figure, const char *folder, const char *formats);

/* One warning for all figures in folder: nothing was drawn, what to install, what to do then. */
void plot_warn_missing(const char *folder);

/* Draws it as text on standard output, with gnuplot's dumb terminal, `width` columns wide. 0, or -1
 * after a message, as without gnuplot. style.gp as with plot_write(). */
int plot_terminal(const struct plot_figure *figure, const char *folder, int width);

void plot_figure_clear(struct plot_figure *figure);

/* "gnuplot 5.4 patchlevel 4", or "" when there is none. Points to a new string. */
char *plot_version(void);

#endif
