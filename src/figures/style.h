/* The look of figures that a user sets, over templates/style.gp and for all figures alike. */
#ifndef NORMLAB_FIGURES_STYLE_H
#define NORMLAB_FIGURES_STYLE_H

#include "base/text.h"
#include "figures/plot.h"

/* The user's look. It begins as zero; style_clear() frees it. */
struct style {
    /* statements of gnuplot that stand before and after those of templates/style.gp */
    struct text before, after;
    double width, font_size; /* 0: not set */
};

/* Reads root/plots/style.conf, when there is one. It may come with somebody else's results, so it is data and no
 * program (base/formats/settings.h). Then reads the file `program`, a gnuplot program that the user named on the
 * command line, which may do anything; NULL: none. Returns 0, or -1 after a message. Without `program`, warns of a
 * root/plots/style.gp that a user wrote, because earlier versions of normlab ran it and this one does not. */
int style_read(struct style *s, const char *root, const char *program);

/* Sets the page and the style of a figure from s. A width and a font size that the page already has are kept. *style
 * points into s. */
void style_apply(const struct style *s, struct plot_page *page, struct plot_style *style);

void style_clear(struct style *s);

#endif
