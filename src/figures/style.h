/* The look of figures that a user sets, over templates/style.gp and for all figures alike. */
#ifndef NORMLAB_FIGURES_STYLE_H
#define NORMLAB_FIGURES_STYLE_H

#include "base/text.h"
#include "figures/plot.h"

/* Zero-initialize it; style_clear() frees it. */
struct style {
    struct text before, after; /* gnuplot's statements before and after templates/style.gp */
    double width, font_size;   /* 0: not set */
};

/* Reads root/plots/style.conf where it is there, which is data (base/formats/settings.h) because it may come with somebody
 * else's results. Then the gnuplot program that the user named, which may do anything (NULL: none). Returns 0, or -1 after a
 * message. Warns of a root/plots/style.gp that a user wrote: normlab ran it once. */
int style_read(struct style *s, const char *root, const char *program);

/* Sets what a figure takes; a width and a font size that the page has already stay. It is valid as long as s. */
void style_apply(const struct style *s, struct plot_page *page, struct plot_style *style);

void style_clear(struct style *s);

#endif
