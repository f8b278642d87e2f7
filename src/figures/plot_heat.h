/* Heat maps: a row for each series, a column for each category, the mean as colour and as number. */
#ifndef NORMLAB_FIGURES_PLOT_HEAT_H
#define NORMLAB_FIGURES_PLOT_HEAT_H

#include "base/text.h"
#include "figures/plot_layout.h"

/* Adds the script, see plot_script.h. */
void heat_script(struct text *out, const struct plot_figure *figure);

/* What a mark in cells means: "x2: 2 trials diverged". Inches. */
#define HEAT_MARKS 4
struct heat_mark {
    bool box; /* a struck box before the text */
    char *text;
    double x, y;
};

/* Where a heat map's parts stand. Every panel has the same rows and columns, so that they are aligned;
 * numbers have as many digits as there is room for. */
struct heat {
    struct layout page;   /* entry[k].shown: the name of row k, wrapped */
    struct plot_figure f; /* the figure, its columns' names shortened: "1e-5" */
    struct axis colour;
    int digits;   /* of numbers: 3, 2, or 0 for none */
    int decimals; /* of all numbers; -1: each has its own */
    double cell_width, cell_height;
    double bar_left, bar_width, bar_top; /* the colour bar; its label is above, numbers are below */
    struct heat_mark mark[HEAT_MARKS];   /* below the bar */
    int marks;
};

#define HEAT_BAR     0.1  /* inches of the bar's height, */
#define HEAT_BOX     0.2  /* of a struck box, */
#define HEAT_BOX_GAP 0.06 /* and from it to its text */
#define TIMES        "\xc3\x97"

void heat_layout_init(struct heat *h, const struct plot_figure *figure);
void heat_layout_release(struct heat *h);

/* A number as cells show it, in a new string: "12.3", "1.2e-7". */
char *heat_number(const struct heat *h, double v);

/* ---- plot_heat_marks.c ---- */

/* What is known of a row in a column: the mean (NaN: none) and the trials that have no number. */
struct heat_cell {
    double mean, lost, refused;
};
struct heat_cell heat_cell(const struct plot_series *s, int column);

/* The counts of trials without a number: "x2 /1" for two lost and one refused, with `times` for x. A new
 * string. */
char *heat_marks(const struct heat_cell *cell, const char *times);

/* The kinds of cells in a map. */
struct heat_kinds {
    bool lost, some_refused, /* counted, */
        refused,             /* struck: all trials of the cell */
        blank, both;         /* nothing; a number and counts, which takes two lines */
};
struct heat_kinds heat_kinds(const struct heat *h);

double heat_widest_marks(const struct heat *h);

/* Explains the kinds that there are below height `at`; returns what that takes. */
double heat_place_marks(struct heat *h, double at);

/* The same for a text terminal: a line, or nothing. */
void heat_print_kinds(struct text *out, const struct heat *h);

#endif
