/* Where everything stands on a figure's page, in inches from its lower left corner. */
#ifndef NORMLAB_FIGURES_PLOT_LAYOUT_H
#define NORMLAB_FIGURES_PLOT_LAYOUT_H

#include "figures/plot.h"
#include "figures/plot_axis.h"
#include "figures/plot_dodge.h"
#include "figures/plot_text.h"

struct legend_entry {          /* one per label, style and kind, whatever the panels */
    const char *label, *style; /* the first series' */
    bool marks;
    char *shown;    /* the label, shortened to fit on the page */
    int first;      /* the first entry of the same style that has no marks; its own index: none */
    int variant;    /* how many earlier entries have the style, and marks or none as this one */
    int style_rank; /* how many other styles came before */
    int depth;      /* how many earlier entries have the style */
    double sample;  /* inches of its line, or of points alone */
    double x, y, width; /* where its line begins */
};

struct panel_layout {
    char *title, *note;              /* wrapped */
    double left, right, bottom, top; /* the axes */
    double title_y, note_y;          /* of their first lines */
    double center;                   /* of title and note */
    struct lost_mark *lost;          /* marks above the axes, */
    int losts, lost_rows;            /* and the rows that they take */
    double y_label_x;                /* of the y label's first line; 0: it has none */
};

struct layout {
    double width, height;
    bool word_above; /* plot_lost_word() stands in a row of its own, not beside the marks */
    int columns;     /* panels side by side */
    double below;    /* inches of tick labels and x label under the axes */
    char **name;     /* [categories] shortened, or wrapped */
    int slant;       /* degrees by which names are turned */
    char *title, *caption, *y_label; /* wrapped; the label says if its axis is logarithmic */
    double title_y, caption_y;
    struct axis *x, *y; /* [panels] */
    struct panel_layout *panel;
    struct legend_entry *entry;
    int entries, styles; /* styles: different ones among the entries */
};

#define PAGE_MARGIN  0.06
#define LEGEND_LINE  0.3                /* inches of line in an entry, */
#define LEGEND_POINT 0.14               /* of a point alone, */
#define LEGEND_TEXT  0.075              /* and from there to its text */
#define LOST_FIRST   0.13               /* inches from the axes up to the first row of marks */
#define LOST_STEP    0.13               /* and from row to row */
double plot_line_height(double points); /* inches */

void layout_init(struct layout *l, const struct plot_figure *figure);
void layout_release(struct layout *l, const struct plot_figure *figure);

/* The entry of a series, an index into l->entry. */
int layout_entry(const struct layout *l, const struct plot_series *series);

#endif
